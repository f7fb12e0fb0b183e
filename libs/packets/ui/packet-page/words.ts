import type { PacketView } from '@stipple/contracts';
import type { AuthRequestState } from '@stipple/domain';
import { IconName, Tone, joined, formatDay } from '@stipple/ui';

interface Look {
  readonly tone: Tone;
  readonly icon: IconName;
  readonly words: string;
}
type Item = PacketView['checklist'][number];
type Request = NonNullable<PacketView['request']>;

export const fileOf = (requestId: string) => `/api/auth-requests/${requestId}/packet`;

/** How a line of the checklist stands. `asked`: the payer's own policy asks for it. */
export function itemLook({ state, omitted }: Item, asked: boolean): Look {
  if (omitted !== null) return { tone: 'warn', icon: 'minus', words: 'Goes without' };
  switch (state) {
    case 'have':
      return { tone: 'good', icon: 'circle-check', words: 'Have' };
    case 'missing':
      return asked
        ? { tone: 'bad', icon: 'circle-x', words: 'Missing' }
        : { tone: 'quiet', icon: 'circle-x', words: 'None on file' };
    case 'not_applicable':
      return { tone: 'quiet', icon: 'minus', words: 'Not needed' };
    case 'unknown':
      return { tone: 'warn', icon: 'help', words: 'Not known yet' };
  }
}

const requestLooks: Readonly<Partial<Record<AuthRequestState, Omit<Look, 'words'>>>> = {
  draft: { tone: 'quiet', icon: 'edit' },
  ready: { tone: 'info', icon: 'send' },
  approved: { tone: 'good', icon: 'circle-check' },
  partial: { tone: 'warn', icon: 'circle-check' },
  modified: { tone: 'warn', icon: 'circle-check' },
  denied: { tone: 'bad', icon: 'circle-x' },
  rejected_unreviewed: { tone: 'warn', icon: 'warning' },
  cancelled: { tone: 'quiet', icon: 'ban' },
};

export function requestLook({ state, stateWords }: Request): Look {
  const words = capital(stateWords);
  return { ...(requestLooks[state as AuthRequestState] ?? { tone: 'info', icon: 'hourglass' }), words };
}

export function requestWords({ lines, fromOn, toOn }: Request): string {
  return joined(
    lines.map(({ procedureCode, units }) => `${procedureCode} × ${units}`).join(', '),
    `${formatDay(fromOn)} to ${formatDay(toOn)}`,
  );
}

/** Where a line of the checklist is supplied, as the path below the case. */
export function placeOf({ kind }: Item): string | null {
  switch (kind) {
    case 'letter':
      return 'letter';
    case 'photo':
      return 'photos';
    case 'code_worksheet':
      return 'worksheet';
    case 'intake':
      return null;
    default:
      return 'evidence';
  }
}

export const capital = (words: string) => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
