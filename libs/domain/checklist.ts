import type { AppealRight, DocumentKind, ScreeningOutcome } from './case-facts';
import { WorksheetField, worksheetFieldWords } from './worksheet/worksheet';

/** Have it, waiting for somebody, missing, or not called for in this case. */
export type CheckState = 'have' | 'waiting' | 'missing' | 'not_applicable';

export interface CheckItem {
  readonly name: string;
  readonly words: string;
  readonly state: CheckState;
  /** Why it stands so, where the state alone does not say it. */
  readonly why: string | null;
  /** The first move of what is missing; for a document also the kind that is missing. */
  readonly add: { readonly subject: string; readonly move: string; readonly kind?: DocumentKind } | null;
  /** The page of the case on which it is seen to, where it has one. */
  readonly page?: 'worksheet';
}

/** What the list is drawn from: the records of a case, by their states. */
export interface Checked {
  readonly benefitCalls: readonly unknown[];
  readonly documents: readonly { readonly kind: DocumentKind }[];
  readonly screenings: readonly { readonly state: string; readonly outcome: ScreeningOutcome }[];
  readonly letters: readonly { readonly state: string }[];
  /** Of each unlisted code, the worksheet as far as there is one, and what it lacks. */
  readonly worksheets: readonly {
    readonly procedureCode: string;
    readonly worksheet: object | null;
    readonly gaps: readonly { readonly field: WorksheetField }[];
  }[];
  readonly requests: readonly { readonly state: string }[];
  readonly authorizations: readonly unknown[];
  readonly challenges: readonly {
    readonly state: string;
    readonly appealsAs: AppealRight | null;
    readonly representativeFormId: string | null;
  }[];
  readonly agreements: readonly { readonly state: string; readonly waiverNeeded: string | null }[];
}

const hasForm = (one: Checked['challenges'][number]) => one.representativeFormId !== null;
const answered = ['approved', 'partial', 'modified', 'denied'];
const document = (kind: DocumentKind) => ({ subject: 'case_document', move: 'record', kind });

/** What a case needs until it can be treated, with what of it is there: the evidence, then the papers of the way chosen. */
export function checklistOf(checked: Checked): readonly CheckItem[] {
  const has = (...kinds: readonly DocumentKind[]) =>
    checked.documents.some(({ kind }) => kinds.includes(kind));
  const screening =
    checked.screenings.find(({ state }) => state === 'proposed') ??
    checked.screenings.find(({ state }) => state === 'signed');
  const cosmetic =
    screening?.state === 'signed' && screening.outcome === 'cosmetic' && checked.requests.length === 0;
  const forPayer = cosmetic ? 'screened as cosmetic' : null;
  const letter = (state: string) => checked.letters.some((one) => one.state === state);
  const agreement = checked.agreements.find(({ state }) => state !== 'void');
  const signed = ['signed', 'active', 'completed'].includes(agreement?.state ?? '');
  const decided =
    checked.authorizations.length > 0 || checked.requests.some(({ state }) => answered.includes(state));
  const forPatient = checked.challenges.filter(
    ({ appealsAs, state }) => appealsAs === 'representative' && state !== 'withdrawn',
  );
  return [
    item('benefit_call', 'Benefit call', checked.benefitCalls.length > 0, {
      add: { subject: 'benefit_call', move: 'record' },
    }),
    item('screening', 'Signed screening', screening?.state === 'signed', {
      waits: screening?.state === 'proposed' && 'for the physician’s signature',
      add: { subject: 'screening', move: 'propose' },
    }),
    item('photo', 'Photograph', has('photo'), { off: forPayer, add: document('photo') }),
    item('measurement', 'Measurement or scar scale', has('range_of_motion', 'scar_scale'), {
      off: forPayer,
      add: document('range_of_motion'),
    }),
    item('prior_treatment', 'Prior treatment', has('prior_treatment'), {
      off: forPayer,
      add: document('prior_treatment'),
    }),
    item('letter', 'Signed letter', letter('signed'), {
      off: forPayer,
      waits: letter('ready') ? 'for the physician’s signature' : letter('draft') && 'as a draft',
      add: { subject: 'letter', move: 'draft' },
    }),
    ...checked.worksheets.map((one) => worksheetItem(one, forPayer)),
    item('payer_notice', 'Payer’s notice', has('payer_notice'), {
      off: decided ? null : 'no decision yet',
      add: document('payer_notice'),
    }),
    ...(forPatient.length > 0
      ? [
          item('representative_form', 'Representative form', forPatient.every(hasForm), {
            waits: has('representative_form') && 'to be attached to the appeal',
            add: document('representative_form'),
          }),
        ]
      : []),
    item('signed_estimate', 'Signed estimate', signed, {
      off: agreement ? null : 'no self-pay',
      waits: agreement?.state === 'estimate_issued' && 'for the patient’s signature',
      add: null,
    }),
    ...(agreement?.waiverNeeded
      ? [item('waiver', 'Waiver', has('waiver'), { add: document('waiver') })]
      : []),
  ];
}

/** Half a worksheet is missing, and what it lacks is said at once. */
function worksheetItem(
  { procedureCode, worksheet, gaps }: Checked['worksheets'][number],
  off: string | null,
): CheckItem {
  const have = worksheet !== null && gaps.length === 0;
  const made = item(`worksheet_${procedureCode}`, `Worksheet for ${procedureCode}`, have, { off, add: null });
  const lacks = gaps.map(({ field }) => worksheetFieldWords[field]).join(', ');
  return {
    ...made,
    why: made.state === 'missing' && worksheet !== null ? `lacks ${lacks}` : made.why,
    page: 'worksheet',
  };
}

interface More {
  /** Why it is not called for. */
  readonly off?: string | null;
  readonly waits?: string | false;
  readonly add: CheckItem['add'];
}

function item(name: string, words: string, have: boolean, { off, waits, add }: More): CheckItem {
  if (have) return { name, words, state: 'have', why: null, add: null };
  if (off) return { name, words, state: 'not_applicable', why: off, add: null };
  if (waits) return { name, words, state: 'waiting', why: waits, add: null };
  return { name, words, state: 'missing', why: null, add };
}
