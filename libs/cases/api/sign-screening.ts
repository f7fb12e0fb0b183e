import type { Sign } from '@stipple/contracts';
import { Command } from '@stipple/database';
import { screeningLifecycle } from '@stipple/domain';
import { recordSignature, withSubject } from '@stipple/moves';
import { reAuthenticate } from '@stipple/staff-api';
import { ScreeningEntity } from './screening.entity';

/** The physician's signature makes the outcome count. The screening signed before it is replaced. */
export async function signScreening(
  command: Command,
  id: string,
  { version, password }: Sign,
): Promise<void> {
  await reAuthenticate(command, password);
  await withSubject(command, screeningLifecycle, id, async (hand, screening) => {
    for (const earlier of hand.facts.screenings.filter((candidate) => candidate.state === 'signed')) {
      await hand.advance(screeningLifecycle, ScreeningEntity, earlier, 'supersede', { to: 'superseded' });
    }
    const signed = await hand.advance(screeningLifecycle, ScreeningEntity, screening, 'sign', {
      to: 'signed',
      version,
      data: { outcome: screening.outcome },
    });
    const [content]: { hash: Buffer }[] = await command.tx.query(
      `SELECT sha256(convert_to(concat_ws(E'\\n', outcome, array_to_string(criteria, ','), array_to_string(evidence_ids, ','), reasons), 'UTF8')) AS hash
         FROM stipple.screening WHERE clinic_id = $1 AND id = $2`,
      [command.who.clinicId, id],
    );
    if (content)
      await recordSignature(hand, {
        subject: 'screening',
        subjectId: id,
        seq: signed.seq,
        contentHash: content.hash,
        letterVersion: null,
      });
  });
}
