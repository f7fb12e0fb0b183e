import type { SaveDraft } from '@stipple/contracts';
import type { Team } from './story';

/** What a coordinator has typed into the form that closes a case. */
export function someDraft(team: Team, caseId: string | null, more: Partial<SaveDraft> = {}): SaveDraft {
  return {
    authorId: team.clinic.coordinator.id,
    caseId,
    subject: 'treatment_case',
    subjectId: null,
    move: 'reopen',
    version: 1,
    counter: 1,
    fields: [{ name: 'reason', shown: '', typed: 'The family called again' }],
    ...more,
  };
}
