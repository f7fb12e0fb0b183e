import { Injectable, Logger, OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import type { PresenceNews, Present } from '@stipple/contracts';
import { ClinicDatabase } from '@stipple/database';
import { WakeUps } from './wake-ups';
import { believed } from './be-present';

type Listener = (news: PresenceNews) => void;
/** Who is at which case, as it was told last. */
type Cases = ReadonlyMap<string, Present[]>;

/** Somebody whose browser died says nothing; they are missed at the next look. */
const lookEveryMs = 1000;
/** However many come and go, nobody is told more often than this. */
const restMs = 150;

interface PresentRow {
  readonly clinic_id: string;
  readonly case_id: string;
  readonly staff_id: string;
  readonly editing: readonly string[];
}

/**
 * Tells every signed-in browser who is at which case. Who is there stands in PostgreSQL, so any number of processes
 * tell the same; each looks once for all its browsers and tells only the cases at which something has changed.
 */
@Injectable()
export class Presence implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger('presence');
  private readonly listeners = new Map<string, Set<Listener>>();
  private known: ReadonlyMap<string, Cases> = new Map();
  private timer: NodeJS.Timeout | null = null;
  private looking: Promise<void> | null = null;
  private soon: NodeJS.Timeout | null = null;

  constructor(
    private readonly db: ClinicDatabase,
    private readonly wakeUps: WakeUps,
  ) {}

  onApplicationBootstrap(): void {
    this.wakeUps.on('stipple_presence', () => this.lookSoon());
    this.timer = setInterval(() => void this.look(), lookEveryMs);
  }

  async onApplicationShutdown(): Promise<void> {
    if (this.timer) clearInterval(this.timer);
    if (this.soon) clearTimeout(this.soon);
    this.listeners.clear();
    await this.looking;
  }

  /** Tells who is there now, and from then on every change, until the returned function is called. */
  async follow(clinicId: string, listener: Listener): Promise<() => void> {
    // With nobody listening nobody looked, so what is known may be old.
    await this.look(true);
    const listeners = this.listeners.get(clinicId) ?? new Set();
    this.listeners.set(clinicId, listeners.add(listener));
    listener({ all: true, cases: Object.fromEntries(this.known.get(clinicId) ?? []) });
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0 && this.listeners.get(clinicId) === listeners) this.listeners.delete(clinicId);
    };
  }

  private lookSoon(): void {
    this.soon ??= setTimeout(() => {
      this.soon = null;
      void this.look();
    }, restMs).unref();
  }

  private look(evenForNobody = false): Promise<void> {
    if (this.listeners.size === 0 && !evenForNobody) return Promise.resolve();
    this.looking ??= this.tellChanges()
      .catch((error: unknown) => this.logger.warn({ err: error }, 'could not look who is there'))
      .finally(() => (this.looking = null));
    return this.looking;
  }

  private async tellChanges(): Promise<void> {
    const { rows } = await this.db.pool.query<PresentRow>({
      name: 'present_now',
      text: 'SELECT * FROM stipple.present_now($1)',
      values: [believed],
    });
    const before = this.known;
    this.known = byClinic(rows);
    for (const [clinicId, listeners] of this.listeners) {
      const cases = changed(before.get(clinicId) ?? new Map(), this.known.get(clinicId) ?? new Map());
      if (Object.keys(cases).length > 0) listeners.forEach((listener) => listener({ all: false, cases }));
    }
  }
}

function byClinic(rows: readonly PresentRow[]): ReadonlyMap<string, Cases> {
  const clinics = new Map<string, Map<string, Present[]>>();
  for (const { clinic_id, case_id, staff_id, editing } of rows) {
    const cases = clinics.get(clinic_id) ?? new Map<string, Present[]>();
    const people = cases.get(case_id) ?? [];
    people.push({ staffId: staff_id, editing: [...editing] });
    clinics.set(clinic_id, cases.set(case_id, people));
  }
  return clinics;
}

/** The cases at which somebody came, went, or began or ended editing; a case that everybody left has nobody. */
function changed(before: Cases, now: Cases): Record<string, Present[]> {
  const ids = new Set([...before.keys(), ...now.keys()]);
  return Object.fromEntries(
    [...ids]
      .filter((id) => JSON.stringify(before.get(id)) !== JSON.stringify(now.get(id)))
      .map((id) => [id, now.get(id) ?? []]),
  );
}
