import { Injectable, Logger, OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import { ClinicDatabase } from '@stipple/database';
import { WakeUps } from './wake-ups';

/** A place in the outbox: transaction id and position, as text because both may exceed what a number holds. */
export interface Place {
  readonly tx: string;
  readonly position: string;
}

/** What a browser is told: that something moved, never what. The page reads the rest with its own rights. */
export interface LiveEvent extends Place {
  readonly clinicId: string;
  readonly caseId: string;
  readonly subject: string;
  readonly subjectId: string;
  readonly move: string;
}

type Listener = (event: LiveEvent) => void;

/** One browser's view of its clinic's events: what it missed, and from then on every one, without a gap. */
export interface Following {
  /** Where it begins. A browser that comes back names the last place it was told. */
  readonly place: Place | null;
  /** In their order; null when they are more than is worth telling one by one. */
  readonly missed: readonly LiveEvent[] | null;
  /** Tells what has come since, and then every event as it comes. */
  listen(listener: Listener): void;
  leave(): void;
}

/** How long an event waits at most when no wake-up came, as after a write by raw SQL. */
const lookEvery = 500;
const mostAtOnce = 1000;

/**
 * Tells every signed-in browser what moved, from the event table itself; processes wake each other. Events are read only below the oldest running
 * transaction, so that none is ever skipped.
 */
@Injectable()
export class LiveEvents implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger('live-events');
  private readonly listeners = new Map<string, Set<Listener>>();
  private place: Place | null = null;
  private timer: NodeJS.Timeout | null = null;
  private looking: Promise<void> | null = null;
  private lookAgain = false;
  private stopped = false;

  constructor(
    private readonly db: ClinicDatabase,
    private readonly wakeUps: WakeUps,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    this.db.signals.on('committed', () => this.wakeUps.wake('stipple_events'));
    this.wakeUps.on('stipple_events', () => void this.look());
    this.timer = setInterval(() => void this.look(), lookEvery);
    // Nobody is told less than what happens after they came: so the place is known before anybody comes.
    await this.look();
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    if (this.timer) clearInterval(this.timer);
    await this.looking;
  }

  /** Follows the clinic's events from where a browser left off, or from now on. */
  async follow(clinicId: string, from: Place | null): Promise<Following> {
    if (from === null) await this.look();
    // Subscribed before looking back: what comes in between waits, and what was told already is not told again.
    const waiting: LiveEvent[] = [];
    let tell: Listener = (event) => void waiting.push(event);
    const leave = this.subscribe(clinicId, (event) => tell(event));
    try {
      const { place } = this;
      const missed = from === null ? [] : await this.since(clinicId, from);
      const told: Place | null = missed?.at(-1) ?? from;
      return {
        place: from === null || missed === null ? place : from,
        missed,
        leave,
        listen: (listener) => {
          tell = (event) => void (told !== null && !isAfter(event, told) ? null : listener(event));
          waiting.forEach(tell);
        },
      };
    } catch (error) {
      leave();
      throw error;
    }
  }

  private subscribe(clinicId: string, listener: Listener): () => void {
    const listeners = this.listeners.get(clinicId) ?? new Set();
    this.listeners.set(clinicId, listeners.add(listener));
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0 && this.listeners.get(clinicId) === listeners) this.listeners.delete(clinicId);
    };
  }

  /** What a browser missed since a place it remembers; null when that is more than is worth telling one by one. */
  private async since(clinicId: string, place: Place): Promise<readonly LiveEvent[] | null> {
    const events = await this.read(place);
    return events.length === mostAtOnce ? null : events.filter((event) => event.clinicId === clinicId);
  }

  private look(): Promise<void> {
    if (this.looking) {
      this.lookAgain = true;
      return this.looking;
    }
    this.looking = this.lookUntilNothingNew().finally(() => (this.looking = null));
    return this.looking;
  }

  private async lookUntilNothingNew(): Promise<void> {
    try {
      do {
        this.lookAgain = false;
        this.place ??= await this.end();
        const events = await this.read(this.place);
        for (const event of events)
          this.listeners.get(event.clinicId)?.forEach((listener) => listener(event));
        const last = events.at(-1);
        if (last) this.place = { tx: last.tx, position: last.position };
        if (events.length === mostAtOnce) this.lookAgain = true;
      } while (this.lookAgain && !this.stopped);
    } catch (error) {
      if (!this.stopped) this.logger.warn({ err: error }, 'could not look for events');
    }
  }

  private async end(): Promise<Place> {
    const { rows } = await this.db.pool.query<Place>(
      'SELECT tx::text, position::text FROM stipple.events_end()',
    );
    return rows[0] ?? { tx: '0', position: '0' };
  }

  private async read(place: Place): Promise<readonly LiveEvent[]> {
    const { rows } = await this.db.pool.query<LiveEvent>({
      name: 'events_after',
      text: `SELECT tx::text, position::text, clinic_id AS "clinicId", case_id AS "caseId", subject, subject_id AS "subjectId", move
               FROM stipple.events_after($1::xid8, $2::bigint, $3)`,
      values: [place.tx, place.position, mostAtOnce],
    });
    return rows;
  }
}

/** Whether an event stands behind a place of the outbox. */
function isAfter(event: Place, place: Place): boolean {
  const [one, other] = [BigInt(event.tx), BigInt(place.tx)];
  return one === other ? BigInt(event.position) > BigInt(place.position) : one > other;
}
