import {
  type ExpiryWindow,
  type StandingList,
  type StandingPart,
  expiryWindows,
  hasPart,
  standingLists,
  standingParts,
  usualExpiryWindow,
} from '@stipple/domain';

/** What the page is narrowed to. An empty coordinator is nobody. */
export const standingFilters = ['payerId', 'coordinatorId', 'physicianId'] as const;
export type StandingFilter = (typeof standingFilters)[number];

/** The rows that are listed: of a list all, or a part of it; of a person, or of nobody where that is empty. */
export interface LookedAt {
  readonly list: StandingList;
  readonly part: StandingPart | null;
  readonly personId: string | null;
}

/** What the page shows, as its address has it. What no report knows is left out. */
export interface StandingAddress {
  readonly filters: Readonly<Partial<Record<StandingFilter, string>>>;
  readonly within: ExpiryWindow;
  readonly looked: LookedAt | null;
}

const isId = (value: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value);

export function readStandingAddress(get: (name: string) => string | null): StandingAddress {
  const filters = standingFilters.flatMap((name) => {
    const value = get(name);
    return value !== null && (isId(value) || (value === '' && name === 'coordinatorId'))
      ? [[name, value]]
      : [];
  });
  return {
    filters: Object.fromEntries(filters) as StandingAddress['filters'],
    within: expiryWindows.find((days) => String(days) === get('within')) ?? usualExpiryWindow,
    looked: lookedAt(get),
  };
}

function lookedAt(get: (name: string) => string | null): LookedAt | null {
  const list = standingLists.find((one) => one === get('list'));
  if (list === undefined) return null;
  const part = standingParts.find((one) => one === get('part')) ?? null;
  const personId = get('person');
  return {
    list,
    part: part !== null && hasPart(list, part) ? part : null,
    personId: personId !== null && (personId === '' || isId(personId)) ? personId : null,
  };
}

/** As the API is asked; nothing where nothing narrows it. */
export function filterQuestion({ filters }: Pick<StandingAddress, 'filters'>): string {
  return new URLSearchParams(filters).toString();
}

/** The question for the rows of a list. */
export function rowsQuestion(
  { filters, within }: StandingAddress,
  { list, part, personId }: LookedAt,
): string {
  const asked = new URLSearchParams({ list, ...filters });
  if (part !== null) asked.set('part', part);
  if (personId !== null) asked.set('personId', personId);
  if (list === 'expiring_authorizations') asked.set('within', String(within));
  return asked.toString();
}
