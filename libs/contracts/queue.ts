import { bodySites, dueFors, parties, queueSorts, queueViews, sides, stages } from '@stipple/domain';
import { z } from 'zod';
import { day, id, text, version } from './primitives';
import { Refusal } from './problem';

/** A list in a query string: `?stage=verifying,screening`. An empty one filters nothing. */
const listOf = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.preprocess(
    (value) => (value === '' ? undefined : typeof value === 'string' ? value.split(',') : value),
    z.array(z.enum(values)).max(values.length).optional(),
  );

/** What narrows the queue down, apart from the search text, which may be a patient's name and stands in no address. */
const filters = {
  view: z.enum(queueViews).optional(),
  stage: listOf(stages),
  actsNext: listOf(parties),
  /** `me`, `none` or a person's id. */
  owner: z.union([z.literal('me'), z.literal('none'), id]).optional(),
  payerId: id.optional(),
};

/** What stands in the URL of the queue. */
export const QueueQuery = z.strictObject({
  ...filters,
  /** Without a word on it: open cases only, or all when searching. */
  closed: z.enum(['yes', 'no']).optional(),
  sort: z.enum(queueSorts).default('press'),
  direction: z.enum(['up', 'down']).default('up'),
  after: z.string().max(400).optional(),
});
export type QueueQuery = z.infer<typeof QueueQuery>;

/** Who has been served this case and works on it, until when unless they say so again. */
export const Lease = z.strictObject({ staffId: id, name: z.string(), until: z.string() });
export type Lease = z.infer<typeof Lease>;

export const QueueRow = z.strictObject({
  id,
  number: z.number(),
  version: z.number(),
  patientName: z.string(),
  recordNumber: z.string(),
  payerName: z.string(),
  procedureCode: z.string(),
  bodySite: z.enum(bodySites),
  side: z.enum(sides),
  stage: z.enum(stages),
  actsNext: z.enum(parties),
  nextStep: z.string(),
  dueOn: z.string().nullable(),
  dueFor: z.enum(dueFors).nullable(),
  nextTouchOn: z.string().nullable(),
  moneyCents: z.number().nullable(),
  /** Why the case stands where it stands, in one short sentence. */
  why: z.string(),
  ownerId: id.nullable(),
  ownerName: z.string().nullable(),
  unlocked: z.boolean(),
  lease: Lease.nullable(),
  /** Why the search found it, such as “authorization A-1234”; null without a search. */
  foundBy: z.string().nullable(),
});
export type QueueRow = z.infer<typeof QueueRow>;

export const QueuePage = z.strictObject({
  rows: z.array(QueueRow),
  next: z.string().nullable(),
  /** Counted up to 1,000; `capped` says there may be more. */
  total: z.strictObject({ count: z.number(), capped: z.boolean() }),
  today: z.string(),
});
export type QueuePage = z.infer<typeof QueuePage>;

export const QueueCountsQuery = z.strictObject({ owner: filters.owner, payerId: filters.payerId });
export type QueueCountsQuery = z.infer<typeof QueueCountsQuery>;

/** How many cases each view holds, counted up to 1,000, and how many of them are due today or earlier. */
export const QueueCounts = z.strictObject({
  views: z.record(
    z.enum(queueViews),
    z.strictObject({ count: z.number(), capped: z.boolean(), due: z.number() }),
  ),
});
export type QueueCounts = z.infer<typeof QueueCounts>;

/** The rows on a screen, asked for again, with the query they were found by. */
export const QueueRowsQuery = QueueQuery.extend({
  ids: z.preprocess(
    (value) => (typeof value === 'string' ? value.split(',') : value),
    z.array(id).min(1, 'needs at least one id').max(50),
  ),
});
export type QueueRowsQuery = z.infer<typeof QueueRowsQuery>;

/** `inView`: whether the query would still find it. */
export const QueueRows = z.strictObject({
  rows: z.array(QueueRow.extend({ inView: z.boolean() })),
  today: z.string(),
});
export type QueueRows = z.infer<typeof QueueRows>;

/** What stands before and after a case in the view it was opened from. */
export const Neighbours = z.strictObject({
  previous: id.nullable(),
  next: id.nullable(),
  /** Null when the case is not in the view (any more). */
  position: z.strictObject({ at: z.number(), of: z.number(), capped: z.boolean() }).nullable(),
});
export type Neighbours = z.infer<typeof Neighbours>;

/** Serve next: the most pressing case of a view that nobody works on. */
export const ServeNext = z.strictObject(filters);
export type ServeNext = z.infer<typeof ServeNext>;

export const Served = z.union([
  z.strictObject({ caseId: id, number: z.number(), until: z.string() }),
  z.strictObject({ caseId: z.null() }),
]);
export type Served = z.infer<typeof Served>;

/** A query string of the queue, as it is kept under a name. A page is a place, not part of a view. */
export const savedQuery = z
  .string()
  .max(2000, 'is longer than 2000 characters')
  .refine((value) => isQueueQuery(value), 'is not a view of the queue');

function isQueueQuery(value: string): boolean {
  const query = Object.fromEntries(new URLSearchParams(value));
  return !('after' in query) && QueueQuery.safeParse(query).success;
}

export const SaveView = z.strictObject({ name: text(60), query: savedQuery });
export type SaveView = z.infer<typeof SaveView>;

export const SavedView = z.strictObject({ id, name: z.string(), query: z.string() });
export type SavedView = z.infer<typeof SavedView>;
export const SavedViews = z.array(SavedView);

const item = z.strictObject({
  caseId: id,
  version,
  nextTouchOn: day.optional(),
  /** Null takes the owner away. */
  ownerId: id.nullable().optional(),
});
const needed = { plan_touch: 'nextTouchOn', assign: 'ownerId' } as const;

/** One move for many cases. Each succeeds or is refused by itself. */
export const BulkMoves = z
  .strictObject({
    move: z.enum(['plan_touch', 'assign']),
    items: z
      .array(item)
      .min(1, 'needs at least one case')
      .max(200, 'is more than 200 cases')
      .refine(
        (items) => new Set(items.map(({ caseId }) => caseId)).size === items.length,
        'names a case twice',
      ),
  })
  .superRefine(({ move, items }, context) =>
    items.forEach((one, index) => {
      for (const field of ['nextTouchOn', 'ownerId'] as const)
        if ((one[field] === undefined) === (field === needed[move]))
          context.addIssue({
            code: 'custom',
            path: ['items', index, field],
            message: one[field] === undefined ? 'is missing' : 'is not known here',
          });
    }),
  );
export type BulkMoves = z.infer<typeof BulkMoves>;

export const BulkResult = z.strictObject({
  caseId: id,
  /** Null when there is no such case. */
  number: z.number().nullable(),
  done: z.boolean(),
  refusals: z.array(Refusal),
  /** The item that brings back what was before, for the same move. */
  undo: z
    .strictObject({
      caseId: id,
      version: z.number(),
      nextTouchOn: z.string().optional(),
      ownerId: id.nullable().optional(),
    })
    .nullable(),
});
export type BulkResult = z.infer<typeof BulkResult>;

export const BulkResults = z.strictObject({ results: z.array(BulkResult) });
export type BulkResults = z.infer<typeof BulkResults>;
