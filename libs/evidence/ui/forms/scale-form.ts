import { ScaleItem, ScaleName, scaleOf } from '@stipple/domain';
import { Field, MoveFormMaker, Values } from '@stipple/ui';
import { recordForm } from './about-fields';
import { TotalBeside } from './total-beside';

export const itemName = (index: number) => `item${index + 1}`;

/** The answers in their order; what is not answered yet is null. */
export function answersOf(name: ScaleName, values: Values): readonly (number | null)[] {
  return scaleOf(name).items.map((_, index) => {
    const value = values[itemName(index)];
    return value === '' || value === undefined || value === null ? null : Number(value);
  });
}

function itemField({ words, least, most, values }: ScaleItem, index: number, alone: boolean): Field {
  const label = `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
  const all = Array.from({ length: most - least + 1 }, (_, at) => least + at);
  const worded = values.length === all.length;
  const wordsOf = (value: number, at: number) => {
    if (worded) return `${value} ${values[at] ?? ''}`;
    const end = value === least ? values[0] : value === most ? values[1] : null;
    return end ? `${value} ${end}` : String(value);
  };
  return {
    kind: 'radio',
    row: true,
    name: itemName(index),
    label: alone ? label : `${index + 1}. ${label}`,
    options: all.map((value, at) => ({ value: String(value), label: wordsOf(value, at) })),
  };
}

/** A scale item by item; the running total and what it means stand below. Digits answer and go on to the next item. */
export const rateScale =
  (name: ScaleName): MoveFormMaker =>
  (context) => {
    const scale = scaleOf(name);
    return recordForm(
      context,
      { form: `scale_${name}`, path: 'scales' },
      {
        rater: scale.ratedBy === 'patient' ? 'patient' : 'examiner',
        day: scale.ratedBy === 'patient' ? 'Answered on' : 'Rated on',
        fields: scale.items.map((item, index) => itemField(item, index, scale.items.length === 1)),
        more: {
          lead: `${scale.longWords}. Labels are short; read the questions from the instrument itself.`,
          wide: scale.items.length > 1,
          beside: { part: TotalBeside, inputs: { scale: name } },
        },
      },
      (values) => ({
        ...Object.fromEntries(Object.entries(values).filter(([field]) => !/^item\d+$/.test(field))),
        scale: name,
        items: answersOf(name, values),
      }),
    );
  };
