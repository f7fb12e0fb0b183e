import type { Clearance } from '@stipple/domain';
import type { RowOf } from '../rows';
import type { Story } from '../story';

type Open<T> = { -readonly [Key in keyof T]: T[Key] };

/** A key to the diary, in step with its source. */
export interface ClearanceTold {
  readonly fact: Open<Clearance>;
  readonly row: RowOf<'clearance'>;
  /** Which of the clinic's clinicians it names, by number. */
  readonly clinicians: readonly number[];
  /** Which of its units are held or used, and by which session. */
  readonly taken: Map<number, string>;
}

type Source = Omit<Clearance, 'id' | 'held' | 'used' | 'clinicianIds'> & { readonly termsSeq: number | null };

export function openClearance(story: Story, { termsSeq, ...source }: Source): ClearanceTold {
  const { clinic, cast, facts, rows } = story;
  const physician = clinic.clinicians.findIndex(({ signer }) => signer?.staffId === cast.physician.staffId);
  const assistant = clinic.clinicians.findIndex(({ signer }) => signer === null);
  const clinicians = [physician, assistant];
  const clinicianIds = clinicians.map((number) => clinic.clinicians[number]?.id ?? '');
  const fact = { ...source, id: story.newId(), held: 0, used: 0, clinicianIds };
  const row = rows.add('clearance', {
    clinic_id: clinic.id,
    id: fact.id,
    case_id: facts.case.id,
    authorization_id: source.authorizationId,
    terms_seq: termsSeq,
    agreement_id: source.agreementId,
    procedure_code: source.procedureCode,
    units: source.units,
    opens_on: source.opensOn,
    closes_on: source.closesOn,
    active: source.active,
    recorded_at: story.now,
  });
  for (const id of clinicianIds)
    rows.add('clearance_clinician', { clinic_id: clinic.id, clearance_id: fact.id, clinician_id: id });
  facts.clearances.push(fact);
  return { fact, row, clinicians, taken: new Map() };
}
