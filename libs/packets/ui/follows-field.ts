import type { CaseView } from '@stipple/contracts';
import { type AuthRequestState, isAdverse } from '@stipple/domain';
import { Field, formatDay } from '@stipple/ui';

/** Which decision against the patient it follows: that one stays as it is, and the new one says what came of it. */
export function followsField({ requests }: CaseView): readonly Field[] {
  const against = requests.filter(({ state }) => isAdverse(state as AuthRequestState));
  if (against.length === 0) return [];
  return [
    {
      kind: 'choice',
      name: 'supersedesId',
      label: 'It follows',
      options: against.map((request) => ({
        value: request.id,
        label: `${request.lines.map(({ units, procedureCode }) => `${units} × ${procedureCode}`).join(', ')} from ${formatDay(request.fromOn)}: ${request.stateWords}`,
      })),
      hint: 'The decision before it stays what it is, and so does its last day to appeal.',
      optional: true,
    },
  ];
}
