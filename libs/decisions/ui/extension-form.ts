import {
  AuthRequestState,
  dayOf,
  extensionReasonWords,
  extensionReasons,
  isOpenRequest,
} from '@stipple/domain';
import { MoveFormMaker, documentChoices, formatDay } from '@stipple/ui';

/** Whether the notice came in time, and what it does to the clock, the Deadlines card says as soon as it is recorded. */
export const recordExtension: MoveFormMaker = (context) => {
  const { api, case: view, version } = context;
  const waiting = view.requests.filter(({ state }) => isOpenRequest(state as AuthRequestState));
  const [only] = waiting.length === 1 ? waiting : [];
  return {
    title: 'Record payer’s extension',
    lead: 'A written notice that the payer takes longer to decide. Only what the plan’s rules allow moves its last day.',
    submit: 'Record extension',
    initial: {
      requestId: only?.id ?? '',
      datedOn: view.today,
      because: waiting.some(({ state }) => state === 'information_requested')
        ? 'missing_information'
        : 'more_time',
    },
    fields: [
      {
        kind: 'choice',
        name: 'requestId',
        label: 'Which request',
        options: waiting.map(({ id, lines, submittedAt }) => ({
          value: id,
          label: `${lines.map(({ procedureCode, units }) => `${units} × ${procedureCode}`).join(', ')}, sent ${formatDay(submittedAt && dayOf(submittedAt, view.timeZone))}`,
        })),
      },
      { kind: 'date', name: 'datedOn', label: 'Date on the notice', half: true },
      {
        kind: 'radio',
        name: 'because',
        label: 'Why it takes longer',
        options: extensionReasons.map((value) => ({
          value,
          label: extensionReasonWords[value],
          hint:
            value === 'missing_information'
              ? 'Where the rule says so, its clock stands still from the notice until we answer'
              : undefined,
        })),
      },
      { kind: 'area', name: 'words', label: 'What the notice says', rows: 3 },
      {
        kind: 'document',
        name: 'proofId',
        label: 'The notice',
        documentKind: 'payer_notice',
        caseId: view.id,
        existing: documentChoices(context, 'payer_notice'),
      },
    ],
    send: (values) => api.post(`/api/cases/${view.id}/extension-notices`, { ...values, version }),
  };
};
