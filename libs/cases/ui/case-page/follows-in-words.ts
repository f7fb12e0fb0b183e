import type { CaseView, RequestView } from '@stipple/contracts';
import { formatDay, joined } from '@stipple/ui';
import { linesInWords } from '../looks';

/** Which request it was asked after, and what was asked after it; empty where it stands alone. */
export function followsInWords({ requests }: CaseView, { id, supersedesId }: RequestView): string {
  const before = requests.find((one) => one.id === supersedesId);
  const after = requests.filter((one) => one.supersedesId === id);
  return joined(
    before && `follows ${named(before)}`,
    after.length > 0 && `followed by ${after.map(named).join(', ')}`,
  );
}

function named({ lines, fromOn, stateWords }: RequestView): string {
  return `the request of ${linesInWords(lines)} from ${formatDay(fromOn)} (${stateWords})`;
}
