import type { PriceListView, PriceView } from '@stipple/contracts';
import { centsTyped, priceKindWords, priceKinds, usStates } from '@stipple/domain';
import { Api, Field, MoveForm, filled } from '@stipple/ui';

const dollars = (cents: number) => (cents / 100).toFixed(2);

const priceFields: readonly Field[] = [
  {
    kind: 'radio',
    name: 'kind',
    label: 'It is for',
    row: true,
    options: priceKinds.map((value) => ({ value, label: priceKindWords[value] })),
  },
  {
    kind: 'number',
    name: 'sessions',
    label: 'Sessions in the package',
    min: 2,
    max: 20,
    half: true,
    when: ({ kind }) => kind === 'package',
  },
  { kind: 'text', name: 'wordsEn', label: 'In English', hint: 'In plain words, as the patient reads it.' },
  { kind: 'text', name: 'wordsEs', label: 'In Spanish' },
  { kind: 'text', name: 'unitCents', label: 'Price, $', half: true },
  { kind: 'text', name: 'procedureCode', label: 'Service code', half: true },
  {
    kind: 'date',
    name: 'validFrom',
    label: 'From',
    hint: 'Until then the price before it holds. Estimates that were given keep theirs.',
    half: true,
  },
];

const codeField: Field = {
  kind: 'text',
  name: 'code',
  label: 'Short name',
  hint: 'Small letters, digits and hyphens, such as prp. It stays through all prices of it.',
};

/** A price of a new code, or the next price of a known one. */
export function priceForm(api: Api, { today }: PriceListView, known?: PriceView): MoveForm {
  const fields = known ? priceFields : [codeField, ...priceFields];
  return {
    title: known ? `Change the price of “${known.words.en}”` : 'Add a price',
    submit: known ? 'Change' : 'Add',
    initial: known
      ? {
          kind: known.kind,
          sessions: known.sessions,
          wordsEn: known.words.en,
          wordsEs: known.words.es,
          unitCents: dollars(known.unitCents),
          procedureCode: known.procedureCode,
          validFrom: today,
        }
      : { kind: 'add_on', procedureCode: '17999', validFrom: today },
    fields,
    send: (values) => {
      const { unitCents, ...others } = filled(values, fields);
      return api.post('/api/prices', {
        code: known?.code,
        ...others,
        // What is no amount goes out as it was typed; the refusal then stands at the field.
        unitCents: centsTyped(String(unitCents)) ?? unitCents,
        version: known?.version ?? 0,
      });
    },
  };
}

/** Taking a price off the list from a day on. */
export function endForm(api: Api, { today }: PriceListView, known: PriceView): MoveForm {
  const { code, version, kind, words, procedureCode, unitCents, sessions } = known;
  return {
    title: `Take “${words.en}” off the list`,
    lead: 'Nobody is offered it any longer. Estimates that were given keep it.',
    submit: 'Take off',
    danger: true,
    initial: { validFrom: today },
    fields: [{ kind: 'date', name: 'validFrom', label: 'From' }],
    send: ({ validFrom }) =>
      api.post('/api/prices', {
        ...{ code, version, kind, procedureCode, unitCents, validFrom },
        wordsEn: words.en,
        wordsEs: words.es,
        ...(kind === 'package' ? { sessions } : {}),
        ended: true,
      }),
  };
}

const identityFields: readonly Field[] = [
  { kind: 'text', name: 'name', label: 'Name', hint: 'As it stands on bills.' },
  { kind: 'text', name: 'tin', label: 'Tax number (TIN)', hint: 'Nine digits.', half: true },
  {
    kind: 'text',
    name: 'npi',
    label: 'NPI of the clinic',
    hint: 'If it has one beside those of its clinicians.',
    optional: true,
    half: true,
  },
  { kind: 'text', name: 'street', label: 'Street' },
  { kind: 'text', name: 'city', label: 'City', half: true },
  {
    kind: 'choice',
    name: 'state',
    label: 'State',
    options: usStates.map((value) => ({ value, label: value })),
    half: true,
  },
  { kind: 'text', name: 'postalCode', label: 'ZIP code', half: true },
  { kind: 'text', name: 'phone', label: 'Phone', optional: true, half: true },
];

export function identityForm(api: Api, { identity }: PriceListView): MoveForm {
  const { version = 0, ...known } = identity ?? {};
  const initial = Object.fromEntries(Object.entries(known).map(([name, value]) => [name, value ?? '']));
  return {
    title: 'How the clinic bills',
    lead: 'It stands on every estimate from now on. Those that were given keep what they say.',
    submit: 'Save',
    initial,
    fields: identityFields,
    send: (values) => api.post('/api/billing-identity', { ...filled(values, identityFields), version }),
  };
}
