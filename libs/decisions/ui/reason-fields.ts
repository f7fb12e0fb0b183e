import { denialKindWords, denialReasons } from '@stipple/domain';
import type { Field } from '@stipple/ui';
import { whatWasRead } from './what-was-read';

/** Why the payer did not grant something: its words, its codes, the page, and what the reader of the letter makes of it. */
export function reasonFields(kindLabel: string): readonly Field[] {
  return [
    { kind: 'area', name: 'words', label: 'Reason, word for word', rows: 5 },
    {
      kind: 'text',
      name: 'code',
      label: 'Codes on the notice',
      optional: true,
      half: true,
      hint: 'All of them as they stand, such as CO-50, N383; a code we do not know is kept as it is.',
      suggestions: denialReasons
        .filter((reason) => !reason.deactivated)
        .map(({ code, words }) => ({ value: code, label: words })),
      findings: whatWasRead,
    },
    { kind: 'text', name: 'page', label: 'Page of the letter', optional: true, half: true },
    {
      kind: 'radio',
      name: 'kind',
      label: kindLabel,
      options: [
        {
          value: 'clinical',
          label: denialKindWords.clinical,
          hint: 'Not necessary, not proven, guidelines not met',
        },
        {
          value: 'administrative',
          label: denialKindWords.administrative,
          hint: 'Something was missing, late or wrong',
        },
        {
          value: 'benefit_exclusion',
          label: denialKindWords.benefit_exclusion,
          hint: 'The plan does not cover it',
        },
      ],
    },
  ];
}
