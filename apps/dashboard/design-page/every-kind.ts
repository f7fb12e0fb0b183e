import type { Field, Option } from '@stipple/ui';

const options: readonly Option[] = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
  { value: 'unknown', label: 'Not known', hint: 'Call the payer' },
];

/** One question of each kind that a form can ask. */
export const everyKind: readonly Field[] = [
  { kind: 'text', name: 'text', label: 'A line of text', hint: 'The hint stands below.', half: true },
  { kind: 'text', name: 'wrong', label: 'One that is missing', half: true },
  { kind: 'email', name: 'email', label: 'An address', half: true },
  { kind: 'password', name: 'password', label: 'A password', autocomplete: 'off', half: true },
  { kind: 'date', name: 'date', label: 'A day', half: true },
  { kind: 'time', name: 'time', label: 'A time', half: true },
  { kind: 'datetime', name: 'datetime', label: 'A day and time', half: true },
  { kind: 'number', name: 'number', label: 'A number', unit: 'cm²', half: true },
  { kind: 'choice', name: 'choice', label: 'One of a list', options, optional: true },
  { kind: 'area', name: 'area', label: 'Several lines', rows: 3 },
  { kind: 'radio', name: 'radio', label: 'One of a few', options },
  { kind: 'choices', name: 'choices', label: 'Several of a few', options },
  { kind: 'check', name: 'check', label: 'Yes or no' },
  {
    kind: 'codes',
    name: 'codes',
    label: 'Codes',
    add: 'Code',
    suggestions: [{ value: 'L90.5', label: 'Scar' }],
  },
  { kind: 'lines', name: 'lines', label: 'Codes with units' },
  { kind: 'prices', name: 'prices', label: 'Prices' },
  { kind: 'file', name: 'file', label: 'A file', accept: '.pdf' },
];
