import type { ChangePrice } from '@stipple/contracts';
import { Command, refuseIfAny } from '@stipple/database';
import { refusal, refusalsOf } from '@stipple/domain';
import { refuseStale } from './last-version';

/** Another price, other words or an end: a new version of the code. What was agreed on keeps the price it had. */
export async function changePrice(command: Command, body: ChangePrice): Promise<void> {
  const { tx, who } = command;
  const { code, kind, wordsEn, wordsEs, procedureCode, unitCents, validFrom, ended } = body;
  refuseIfAny(
    refusalsOf(
      kind === 'package' && body.sessions === undefined
        ? refusal('sessions_missing', 'Say how many sessions the package holds.', 'sessions')
        : null,
      kind !== 'package' && body.sessions !== undefined
        ? refusal('sessions_of_package', 'Only a package holds several sessions.', 'sessions')
        : null,
    ),
  );
  await refuseStale(command, 'price_item', body.version, code);
  const sessions = kind === 'session' ? 1 : (body.sessions ?? 0);
  const version = body.version + 1;
  await tx.query(
    `INSERT INTO stipple.price_item (clinic_id, code, version, kind, words_en, words_es, procedure_code, unit_cents, sessions, valid_from, ended, entered_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      ...[who.clinicId, code, version, kind, wordsEn, wordsEs, procedureCode],
      ...[unitCents, sessions, validFrom, ended, who.staffId],
    ],
  );
  const detail = { code, version, unitCents, validFrom, ended };
  command.audit({
    action: 'price_item.change',
    subject: 'price_item',
    subjectId: null,
    caseId: null,
    detail,
  });
}
