import { randomInt, randomUUIDv7 } from 'node:crypto';
import { at } from '../ground';
import { inOrder, literal, raw } from '../sql';
import { amend } from '../verbs/authorization';
import { step, stepWhere } from '../verbs/history';
import { Slot, book } from '../verbs/session';
import { Arena, Ring, arenaWindow } from './arena';

/** What somebody at the race tries. Some of it is lawful, some is not, and most depends on who was quicker. */
export interface Wish {
  readonly name: string;
  readonly weight: number;
  sql(ring: Ring, arena: Arena): string;
  /** What follows in memory once it came through. */
  done?(arena: Arena): void;
}

const pick = <T>(items: readonly T[]): T => items[randomInt(items.length)] as T;

function slotOn({ ground, rooms, clinicians }: Ring, days: number): Slot {
  const startsAt = at(ground, days, 15 * randomInt(32, 72));
  return { startsAt, roomId: pick(rooms), clinicianId: pick(clinicians), minutes: 30 };
}
const inWindow = () => randomInt(arenaWindow.fromDay + 1, arenaWindow.toDay + 1);

const oneOf = (arena: Arena, states: string) =>
  `x.id = (SELECT s.id FROM stipple.treatment_session s WHERE s.case_id = ${literal(arena.caseId)} AND s.state IN (${states}) ORDER BY random() LIMIT 1)`;
const allOf = (arena: Arena) =>
  `x.case_id = ${literal(arena.caseId)} AND x.state IN ('scheduled', 'checked_in')`;

function booking(ring: Ring, arena: Arena, days: number, unitNo?: number): string {
  const wish = { caseId: arena.caseId, id: randomUUIDv7(), ...slotOn(ring, days) };
  return book(ring.ground, wish, arena.keyId, unitNo);
}

const session = 'treatment_session';
const blocked = { end_reason: 'The authorization changed.' };
const block = ({ ground }: Ring, arena: Arena) =>
  stepWhere(ground, session, allOf(arena), { move: 'block', to: 'blocked' }, blocked);

function revocation({ ground }: Ring, arena: Arena): string {
  const moved = { seq: arena.seq + 1, from: 'in_force', move: 'revoke', to: 'revoked' };
  return step(ground, 'payer_authorization', arena.grant, moved, { end_reason: 'Race' });
}

const amendment = ({ ground }: Ring, arena: Arena, more: object) =>
  amend(ground, { ...arena.grant, ...more }, arena.seq + 1);
const onward = (arena: Arena) => void arena.seq++;

export const wishes: readonly Wish[] = [
  { name: 'book', weight: 30, sql: (b, a) => booking(b, a, inWindow()) },
  { name: 'book a certain unit', weight: 12, sql: (b, a) => booking(b, a, inWindow(), randomInt(1, 7)) },
  { name: 'book outside the window', weight: 6, sql: (b, a) => booking(b, a, pick([-3, -1, 13, 20, 400])) },
  {
    name: 'cancel',
    weight: 10,
    sql: (b, a) =>
      stepWhere(
        b.ground,
        session,
        oneOf(a, `'scheduled', 'blocked'`),
        { move: 'cancel', to: 'cancelled' },
        {
          end_reason: 'Race',
        },
      ),
  },
  {
    name: 'move',
    weight: 12,
    sql: (b, a) => {
      const slot = slotOn(b, pick([inWindow(), inWindow(), 13, 30]));
      return stepWhere(
        b.ground,
        session,
        oneOf(a, `'scheduled'`),
        { move: 'reschedule', to: 'scheduled' },
        {
          starts_at: slot.startsAt,
          ends_at: raw(`timestamptz ${literal(slot.startsAt)} + interval '30 minutes'`),
          room_id: slot.roomId,
          clinician_id: slot.clinicianId,
        },
      );
    },
  },
  {
    name: 'bring a blocked booking back',
    weight: 6,
    sql: (b, a) =>
      stepWhere(
        b.ground,
        session,
        oneOf(a, `'blocked'`),
        { move: 'unblock', to: 'scheduled' },
        { end_reason: null },
      ),
  },
  {
    name: 'check in',
    weight: 3,
    sql: (b, a) =>
      stepWhere(b.ground, session, oneOf(a, `'scheduled'`), { move: 'check_in', to: 'checked_in' }),
  },
  { name: 'shorten', weight: 4, sql: (b, a) => amendment(b, a, { toDay: randomInt(1, 12) }), done: onward },
  {
    name: 'cut the units',
    weight: 4,
    sql: (b, a) => amendment(b, a, { lines: { '17999': 1 } }),
    done: onward,
  },
  {
    name: 'block and shorten',
    weight: 3,
    sql: (b, a) => inOrder(block(b, a), amendment(b, a, { toDay: randomInt(1, 12) })),
    done: onward,
  },
  {
    name: 'block and grant anew',
    weight: 4,
    sql: (b, a) => inOrder(block(b, a), amendment(b, a, { lines: { '17999': randomInt(2, 6) } })),
    done: onward,
  },
  { name: 'revoke', weight: 2, sql: revocation, done: onward },
  {
    name: 'block and revoke',
    weight: 1,
    sql: (b, a) => inOrder(block(b, a), revocation(b, a)),
    done: onward,
  },
];

const total = wishes.reduce((sum, { weight }) => sum + weight, 0);

export function someWish(): Wish {
  let left = randomInt(total);
  for (const wish of wishes) {
    left -= wish.weight;
    if (left < 0) return wish;
  }
  throw new Error('the weights do not add up');
}
