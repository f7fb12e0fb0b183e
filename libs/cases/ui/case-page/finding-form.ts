import type { CaseView, FindingView } from '@stipple/contracts';
import { findingAnswers } from '@stipple/domain';
import { Api, MoveForm, documentChoices } from '@stipple/ui';

const hints: Readonly<Record<FindingView['topic'], string>> = {
  exclusion_is_judgement: 'For a judgement a call between physicians and an external review are open.',
  second_level: 'It stands in the notice of rights, or in the plan’s certificate.',
  call_stops_clock: 'Only the payer’s own writing counts; what was said on the phone does not.',
};

/** What somebody found out about a decision: yes or no, and where it stands. */
export function findingForm(
  api: Api,
  view: CaseView,
  requestId: string,
  { topic, question, newest, replacesId }: FindingView,
): MoveForm {
  const { yes, no } = findingAnswers[topic];
  return {
    title: 'Record what was found out',
    lead: question,
    submit: 'Record',
    initial: newest ? { says: newest.says ? 'yes' : 'no', documentId: newest.documentId ?? '' } : {},
    fields: [
      {
        kind: 'radio',
        name: 'says',
        label: 'What was found out',
        options: [
          { value: 'yes', label: yes },
          { value: 'no', label: no },
        ],
        hint: hints[topic],
      },
      { kind: 'area', name: 'words', label: 'Where it stands, or who said so', rows: 3 },
      {
        kind: 'document',
        name: 'documentId',
        label: 'The paper it stands in',
        documentKind: 'payer_notice',
        caseId: view.id,
        existing: documentChoices({ case: view }, 'payer_notice'),
        optional: true,
      },
    ],
    send: ({ says, ...values }) =>
      api.post(`/api/auth-requests/${requestId}/findings`, {
        ...values,
        topic,
        says: says === 'yes',
        ...(replacesId !== null && { replacesId }),
      }),
  };
}
