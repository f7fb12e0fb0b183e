import type { CaseView } from '@stipple/contracts';
import { EvidenceForm, evidenceFormWords } from '@stipple/domain';
import { Field, MoveContext, MoveForm, Option, Values, documentChoices } from '@stipple/ui';

export const options = <T extends string>(
  values: readonly T[],
  words: Readonly<Record<T, string>>,
): readonly Option[] => values.map((value) => ({ value, label: words[value] }));

/** Whose word it is: an examiner signs in, a patient does not. */
export type Rater = 'examiner' | 'patient' | 'professional';

const raters: Readonly<Record<Rater, { readonly label: string; readonly hint?: string }>> = {
  examiner: { label: 'Measured by' },
  patient: { label: 'Told by' },
  professional: { label: 'Written by', hint: 'Name of the mental-health professional.' },
};

interface Asked {
  readonly rater: Rater;
  readonly day?: string;
  readonly fields: readonly Field[];
  readonly initial?: Values;
  readonly more?: Partial<MoveForm>;
}

/**
 * A form that adds a record: what is asked of its kind, then when, by whom, from which document. About an existing
 * record it is a correction, and asks why.
 */
export function recordForm(
  context: MoveContext,
  { form, path }: { readonly form: EvidenceForm; readonly path: string },
  { rater, day = 'Measured on', fields, initial, more }: Asked,
  bodyOf: (values: Values) => object = (values) => values,
): MoveForm {
  const { case: view, subjectId, me, api } = context;
  const corrects = subjectId !== null;
  return {
    title: corrects ? `Correct: ${evidenceFormWords[form].toLowerCase()}` : evidenceFormWords[form],
    submit: corrects ? 'Save correction' : 'Save',
    ...more,
    fields: [
      ...fields,
      { kind: 'date', name: 'onDay', label: day, half: true },
      { kind: 'text', name: 'ratedBy', ...raters[rater], half: true },
      sourceField(view, documentChoices(context, 'clinical_note')),
      ...(corrects ? [reasonField('Why is it corrected?')] : []),
    ],
    initial: { onDay: view.today, ratedBy: raterOf(rater, me.name), ...initial },
    send: (values) => {
      const { documentId, ...others } = values;
      return api.post(`/api/cases/${view.id}/evidence/${path}`, {
        ...bodyOf(others),
        ...(documentId ? { documentId } : {}),
        ...(corrects ? { replacesId: subjectId } : {}),
      });
    },
  };
}

function raterOf(rater: Rater, me: string): string {
  if (rater === 'professional') return '';
  return rater === 'patient' ? 'The patient' : me;
}

const sourceField = (view: CaseView, existing: readonly Option[]): Field => ({
  kind: 'document',
  name: 'documentId',
  label: 'Copied from a document (optional)',
  optional: true,
  documentKind: 'clinical_note',
  caseId: view.id,
  existing,
});

export const reasonField = (label: string): Field => ({
  kind: 'text',
  name: 'reason',
  label,
  hint: 'The record that it replaces stays readable.',
});
