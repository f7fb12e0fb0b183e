import {
  addMonths,
  estimateAskerWords,
  estimateAskers,
  estimateLanguageWords,
  estimateLanguages,
  formatCents,
} from '@stipple/domain';
import { Field, MoveContext, MoveFormMaker, filled } from '@stipple/ui';

/** What sets the clock of the estimate going. */
export const startFields: readonly Field[] = [
  {
    kind: 'date',
    name: 'askedOn',
    label: 'Asked what it costs',
    hint: 'Any talk about the cost counts. The estimate is due 3 business days later.',
    optional: true,
    half: true,
  },
  {
    kind: 'choice',
    name: 'askedBy',
    label: 'Who asked',
    options: estimateAskers.map((value) => ({ value, label: estimateAskerWords[value] })),
    optional: true,
    half: true,
  },
  { kind: 'date', name: 'scheduledOn', label: 'Day was set on', optional: true, half: true },
  {
    kind: 'date',
    name: 'serviceOn',
    label: 'Treatment planned for',
    hint: 'If a day is set already. 10 business days ahead or more: due 3 later; 3 or more: due 1 later.',
    optional: true,
    half: true,
  },
];

export const issueEstimate: MoveFormMaker = (context) => {
  const agreement = agreementOf(context);
  const { api, case: view, subjectId, version } = context;
  const fields = issueFields((agreement?.sessions ?? 1) > 1);
  return {
    title: 'Issue good faith estimate',
    lead: `Total ${formatCents(agreement?.totalCents ?? 0)}. ${agreement?.estimateDue.sentence ?? ''} What you issue is kept word for word, as a PDF in the patient’s language.`,
    submit: 'Issue estimate',
    initial: { validUntil: addMonths(view.today, 6), delivery: 'paper', language: 'en', weeksApart: 4 },
    fields,
    send: (values) => {
      const { separateItems, ...others } = filled(values, fields);
      return api.post(`/api/self-pay-agreements/${subjectId}/estimates`, {
        ...others,
        separateItems: linesOf(separateItems),
        version,
      });
    },
  };
};

const issueFields = (isCourse: boolean): readonly Field[] => [
  {
    kind: 'radio',
    name: 'language',
    label: 'Language',
    options: estimateLanguages.map((value) => ({ value, label: estimateLanguageWords[value] })),
    half: true,
  },
  {
    kind: 'radio',
    name: 'delivery',
    label: 'The patient wants it',
    options: [
      { value: 'paper', label: 'On paper' },
      { value: 'electronic', label: 'Electronically' },
    ],
    half: true,
  },
  { kind: 'date', name: 'validUntil', label: 'Valid until', hint: 'At most twelve months.', half: true },
  {
    kind: 'number',
    name: 'weeksApart',
    label: 'Between two sessions',
    min: 1,
    max: 52,
    unit: 'weeks',
    half: true,
    when: () => isCourse,
  },
  {
    kind: 'area',
    name: 'separateItems',
    label: 'What the patient books apart from it',
    hint: 'One thing on each line, such as a blood test, in the patient’s language.',
    rows: 2,
    optional: true,
  },
];

const linesOf = (text: unknown): readonly string[] =>
  String(text ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

export function agreementOf({ case: view, subjectId }: MoveContext) {
  return view.agreements.find(({ id }) => id === subjectId);
}
