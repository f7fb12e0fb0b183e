import type { WriteNote } from '@stipple/contracts';
import { Command, Missing } from '@stipple/database';
import { NoteLane, billingNoteLifecycle, clinicalNoteLifecycle } from '@stipple/domain';
import { withCase } from '@stipple/moves';
import { BillingNoteEntity, ClinicalNoteEntity } from './note.entities';

const lanes = {
  billing: { lifecycle: billingNoteLifecycle, row: BillingNoteEntity },
  clinical: { lifecycle: clinicalNoteLifecycle, row: ClinicalNoteEntity },
};

/** Adds a note. Its text stands in its row only: events and audit entries are read by more people than the lane. */
export function writeNote(
  command: Command,
  caseId: string,
  lane: NoteLane,
  { body, correctsId }: WriteNote,
): Promise<{ id: string }> {
  const { lifecycle, row } = lanes[lane];
  return withCase(command, caseId, async (hand) => {
    if (correctsId !== undefined) {
      const known = await command.tx.countBy(row, { clinicId: command.who.clinicId, caseId, id: correctsId });
      if (known === 0) throw new Missing('note');
    }
    const id = await hand.create(
      lifecycle,
      'write',
      row,
      { body, correctsId: correctsId ?? null },
      { to: 'written', data: correctsId === undefined ? {} : { correctsId } },
    );
    return { id };
  });
}
