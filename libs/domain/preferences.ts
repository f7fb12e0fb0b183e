export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];
export const densities = ['comfortable', 'compact'] as const;
export type Density = (typeof densities)[number];
export const contrasts = ['system', 'more'] as const;
export type Contrast = (typeof contrasts)[number];

/** How somebody likes to work. Everything has a default. */
export interface Preferred {
  readonly theme: Theme;
  readonly density: Density;
  readonly contrast: Contrast;
  /** Whether single letters do anything. Keys with Ctrl or Cmd, Enter and Escape always do. */
  readonly letters: boolean;
  /** Whether the morning’s e-mail comes, which counts what waits for them. */
  readonly digest: boolean;
  /** Keys chosen by the person, by command id; an empty list switches a command's keys off. */
  readonly keys: Readonly<Record<string, readonly string[]>>;
  /** What they have read and want to see no more: the first steps, an explanation. */
  readonly putAway: readonly string[];
}

/**
 * A change of some of them. Keys are changed command by command; null gives a command its own keys back. What is put
 * away is changed one by one too; false brings it back.
 */
export type PreferenceChange = Partial<Omit<Preferred, 'keys' | 'putAway'>> & {
  readonly keys?: Readonly<Record<string, readonly string[] | null>>;
  readonly putAway?: Readonly<Record<string, boolean>>;
};

export const plainPreferences: Preferred = {
  theme: 'system',
  density: 'comfortable',
  contrast: 'system',
  letters: true,
  digest: true,
  keys: {},
  putAway: [],
};

/** More commands than there will ever be; what is kept of one person stays small. */
export const mostKeptCommands = 300;

/** Such as `queue.snooze`. */
export function isCommandId(value: string): boolean {
  return value.length <= 60 && /^[a-z][a-z_-]*(\.[a-z_-]+)*$/.test(value);
}

/** More hints than there will ever be. */
export const mostPutAway = 50;

/** Such as `first steps`: what is explained, in a word or two. */
export function isPutAwayName(value: string): boolean {
  return value.length <= 40 && /^[a-z]+( [a-z]+)*$/.test(value);
}

/** Such as `j`, `Shift+x`, `mod+k`, or two after each other: `g q`. */
export function isKeys(value: string): boolean {
  return value.length <= 40 && /^[^\s\p{C}]+( [^\s\p{C}]+)?$/u.test(value) && value.isWellFormed();
}

/** What can be used of something kept: by an older version perhaps, by a stranger, or by hand. */
export function understoodPreferences(value: unknown): Preferred {
  const given = typeof value === 'object' && value !== null ? (value as Partial<Preferred>) : {};
  const plain = plainPreferences;
  return {
    theme: oneOf(themes, given.theme, plain.theme),
    density: oneOf(densities, given.density, plain.density),
    contrast: oneOf(contrasts, given.contrast, plain.contrast),
    letters: typeof given.letters === 'boolean' ? given.letters : plain.letters,
    digest: typeof given.digest === 'boolean' ? given.digest : plain.digest,
    keys: understoodKeys(given.keys),
    putAway: understoodNames(given.putAway),
  };
}

export function changePreferences(before: Preferred, change: PreferenceChange): Preferred {
  const { keys, putAway = {}, ...rest } = change;
  const away = [...before.putAway.filter((name) => putAway[name] !== false), ...namesPutAway(putAway)];
  return understoodPreferences({ ...before, ...rest, keys: { ...before.keys, ...keys }, putAway: away });
}

function namesPutAway(change: Readonly<Record<string, boolean>>): readonly string[] {
  return Object.keys(change).filter((name) => change[name]);
}

function understoodNames(value: unknown): readonly string[] {
  if (!Array.isArray(value)) return [];
  const good = value.filter((name): name is string => typeof name === 'string' && isPutAwayName(name));
  return [...new Set(good)].slice(0, mostPutAway);
}

function oneOf<T>(list: readonly T[], one: unknown, otherwise: T): T {
  return list.includes(one as T) ? (one as T) : otherwise;
}

function understoodKeys(value: unknown): Preferred['keys'] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return {};
  const good = Object.entries(value).filter(
    ([id, list]: [string, unknown]) =>
      isCommandId(id) &&
      Array.isArray(list) &&
      list.length <= 4 &&
      list.every((keys) => typeof keys === 'string' && isKeys(keys)),
  );
  return Object.fromEntries(good.slice(0, mostKeptCommands));
}
