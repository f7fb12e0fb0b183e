import type { Cents } from '../money';

/** What the fee of a session can rest on. A reviewer who cannot follow it pays nothing. */
export const feeGrounds = ['comparator', 'cost', 'payer_schedule', 'other'] as const;
export type FeeGround = (typeof feeGrounds)[number];

export const feeGroundWords: Record<FeeGround, string> = {
  comparator: 'The comparator’s fee, times a ratio',
  cost: 'What a session costs the clinic',
  payer_schedule: 'The payer’s own schedule',
  other: 'Something else',
};

/**
 * What an unlisted code does not say by itself, per session: with what it compares, how long it takes, who does it with
 * what, and what it costs and why. Each part may still be missing; `worksheetGaps` says which.
 */
export interface WorksheetContent {
  readonly comparatorCode: string | null;
  /** Why it is comparable, and how this is more or less work. */
  readonly comparison: string | null;
  readonly minutes: number | null;
  /** Who does it, with which training. */
  readonly skill: string | null;
  /** The device with what cleared it, and the supplies. */
  readonly equipment: string | null;
  readonly feeCents: Cents | null;
  readonly feeRestsOn: FeeGround | null;
  readonly feeBasis: string | null;
  /** As it travels on the claim: in capital letters, at most 80 characters. */
  readonly lineDescription: string | null;
}

export type WorksheetField = keyof WorksheetContent;

/** Every field in the order in which it is asked, with the words that a list of gaps uses. */
export const worksheetFieldWords: Record<WorksheetField, string> = {
  comparatorCode: 'comparator code',
  comparison: 'comparison',
  minutes: 'time',
  skill: 'skill',
  equipment: 'equipment',
  feeCents: 'fee',
  feeRestsOn: 'what the fee rests on',
  feeBasis: 'basis of the fee',
  lineDescription: 'line description',
};

export const worksheetFields = Object.keys(worksheetFieldWords) as readonly WorksheetField[];

export const emptyWorksheet: WorksheetContent = {
  comparatorCode: null,
  comparison: null,
  minutes: null,
  skill: null,
  equipment: null,
  feeCents: null,
  feeRestsOn: null,
  feeBasis: null,
  lineDescription: null,
};

export const mostMinutes = 600;
/** Ten thousand dollars: beyond it somebody has typed cents for dollars. */
export const mostFeeCents = 1_000_000;
