import {
  activities,
  activityWords,
  answerWords,
  answers,
  evidenceFormWords,
  factDefinition,
  professionWords,
  professions,
  statementFacts,
  treatmentKindWords,
  treatmentKinds,
  treatmentResultWords,
  treatmentResults,
  workEffectWords,
  workEffects,
} from '@stipple/domain';
import type { StatementFact } from '@stipple/domain';
import { Field, MoveFormMaker } from '@stipple/ui';
import { options, reasonField, recordForm } from './about-fields';

const words = (label: string, hint?: string): Field => ({
  kind: 'area',
  name: 'words',
  label,
  hint,
  rows: 3,
  optional: true,
});

export const recordFunction: MoveFormMaker = (context) =>
  recordForm(
    context,
    { form: 'function', path: 'functions' },
    {
      rater: 'patient',
      day: 'Told on',
      fields: [
        {
          kind: 'choices',
          name: 'activities',
          label: 'What the scar limits',
          hint: 'None ticked says that nothing in daily life is limited.',
          options: options(activities, activityWords),
          optional: true,
        },
        {
          kind: 'radio',
          row: true,
          name: 'work',
          label: 'Work',
          options: options(workEffects, workEffectWords),
        },
        words('In the patient’s own words'),
      ],
    },
    // What is empty was asked and answered with “nothing”.
    (values) => ({ activities: [], ...values }),
  );

export const recordTreatment: MoveFormMaker = (context) =>
  recordForm(
    context,
    { form: 'treatment', path: 'treatments' },
    {
      rater: 'patient',
      day: 'From',
      fields: [
        {
          kind: 'choice',
          name: 'treatment',
          label: 'Treatment',
          options: options(treatmentKinds, treatmentKindWords),
        },
        {
          kind: 'radio',
          row: true,
          name: 'result',
          label: 'Result',
          options: options(treatmentResults, treatmentResultWords),
        },
        words('Details', 'Where, how often, what dose, why it ended.'),
        {
          kind: 'date',
          name: 'toOn',
          label: 'Until',
          half: true,
          when: ({ result }) => result !== 'ongoing',
        },
      ],
      initial: { onDay: '' },
    },
  );

export const recordNoTreatment: MoveFormMaker = (context) =>
  recordForm(
    context,
    { form: 'no_treatment', path: 'no-treatments' },
    {
      rater: 'patient',
      day: 'Asked on',
      fields: [],
      more: {
        lead: 'You asked, and no earlier treatment of this scar was ever tried. That is different from not having asked.',
      },
    },
  );

export const recordDevice: MoveFormMaker = (context) => {
  const fits = (name: string, label: string): Field => ({
    kind: 'radio',
    row: true,
    name,
    label,
    options: options(answers, answerWords),
  });
  return recordForm(
    context,
    { form: 'device', path: 'devices' },
    {
      rater: 'examiner',
      day: 'Looked up on',
      fields: [
        { kind: 'text', name: 'device', label: 'Device' },
        {
          kind: 'text',
          name: 'productCode',
          label: 'FDA product code',
          hint: 'Three letters.',
          half: true,
          optional: true,
        },
        {
          kind: 'text',
          name: 'submissionNumber',
          label: 'Clearance number',
          hint: 'Such as K123456.',
          half: true,
          optional: true,
        },
        {
          kind: 'area',
          name: 'indication',
          label: 'What it is cleared for',
          hint: 'As the clearance says it.',
          rows: 3,
        },
        fits('indicationFits', 'Does that reach this kind of scar?'),
        fits('siteFits', 'Does it reach this body site?'),
        fits('ageFits', 'Does it reach the patient’s age?'),
      ],
    },
  );
};

export const recordMentalHealth: MoveFormMaker = (context) =>
  recordForm(
    context,
    { form: 'mental_health', path: 'mental-health-notes' },
    {
      rater: 'professional',
      day: 'Written on',
      fields: [
        {
          kind: 'choice',
          name: 'profession',
          label: 'Profession',
          options: options(professions, professionWords),
        },
        {
          kind: 'radio',
          row: true,
          name: 'distress',
          label: 'Does the note document psychological distress?',
          options: [
            { value: 'yes', label: 'Yes' },
            { value: 'no', label: 'No' },
          ],
        },
        {
          kind: 'area',
          name: 'summary',
          label: 'Summary',
          hint: 'What the payer needs to know, and no more.',
          rows: 4,
        },
        {
          kind: 'check',
          name: 'isSummary',
          label: 'This is a summary. Nothing of psychotherapy notes is in it.',
        },
      ],
    },
    ({ distress, ...others }) => ({ ...others, distress: distress === 'yes' }),
  );

const clause = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

export const recordStatement: MoveFormMaker = (context) =>
  recordForm(
    context,
    { form: 'statement', path: 'statements' },
    {
      rater: 'examiner',
      day: 'Stated on',
      fields: [
        {
          kind: 'choice',
          name: 'fact',
          label: 'About',
          options: statementFacts.map((fact: StatementFact) => ({
            value: fact,
            label: clause(factDefinition(fact).words),
          })),
        },
        {
          kind: 'radio',
          row: true,
          name: 'says',
          label: 'Your statement',
          options: [
            { value: 'yes', label: 'Yes' },
            { value: 'no', label: 'No' },
          ],
        },
        words('In your own words', 'It can be quoted in the letter.'),
      ],
      more: { lead: 'What no measurement says. Stated as of the day below; a later statement replaces it.' },
    },
    ({ says, ...others }) => ({ ...others, says: says === 'yes' }),
  );

export const withdraw: MoveFormMaker = ({ case: view, subjectId, api }) => ({
  title: evidenceFormWords.withdraw,
  lead: 'As when it was another patient’s. It stays readable with your reason, and counts no more.',
  submit: 'Withdraw',
  danger: true,
  fields: [reasonField('Why is it withdrawn?')],
  send: ({ reason }) =>
    api.post(`/api/cases/${view.id}/evidence/withdrawals`, { replacesId: subjectId, reason }),
});
