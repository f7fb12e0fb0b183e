import { procedures } from '@stipple/domain';
import { MoveFormMaker, instantOf, localOf } from '@stipple/ui';

const yesNoUnknown = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
  { value: 'unknown', label: 'Could not say' },
];

export const benefitCallForm: MoveFormMaker = ({ api, case: view }) => ({
  title: 'Record benefit call',
  lead: `Call member services of ${view.payer.name}${view.payer.phone ? ` at ${view.payer.phone}` : ''} and ask about exactly these codes.`,
  submit: 'Save call',
  wide: true,
  initial: {
    calledAt: localOf(new Date().toISOString(), view.timeZone),
    numberDialled: view.payer.phone ?? '',
    codesAsked: [view.procedureCode],
  },
  fields: [
    { kind: 'datetime', name: 'calledAt', label: 'When', half: true },
    { kind: 'text', name: 'numberDialled', label: 'Number dialled', half: true },
    {
      kind: 'text',
      name: 'representative',
      label: 'Who answered',
      hint: 'Name or operator number.',
      half: true,
    },
    { kind: 'text', name: 'referenceNumber', label: 'Call reference number', half: true },
    {
      kind: 'codes',
      name: 'codesAsked',
      label: 'Codes asked about',
      add: 'Procedure or diagnosis code',
      suggestions: procedures.map(({ code, words }) => ({ value: code, label: words })),
    },
    {
      kind: 'radio',
      name: 'authorizationRequired',
      label: 'Is an authorization required?',
      options: yesNoUnknown,
      half: true,
    },
    {
      kind: 'radio',
      name: 'cosmeticExclusion',
      label: 'Is there a cosmetic exclusion?',
      options: yesNoUnknown,
      half: true,
    },
    { kind: 'text', name: 'policyCited', label: 'Policy they cited', optional: true },
    {
      kind: 'area',
      name: 'answer',
      label: 'What they said',
      hint: 'Where to submit, what they want to see, who is in network.',
    },
    {
      kind: 'check',
      name: 'disclaimerHeard',
      label: 'They read out that a quote of benefits is no guarantee of payment',
      optional: true,
    },
    { kind: 'date', name: 'nextTouchOn', label: 'Look at this case again on', optional: true, half: true },
  ],
  send: ({ calledAt, ...rest }) =>
    api.post(`/api/cases/${view.id}/benefit-calls`, {
      ...rest,
      calledAt: instantOf(String(calledAt), view.timeZone),
    }),
});
