import {
  AnyLifecycle,
  CaseFacts,
  DocumentKind,
  Lifecycle,
  Press,
  ShelfDocument,
  Standing,
  Subject,
  Task,
  Worksheet,
  nowhere,
  pressOf,
  refusalsFor,
  shippedOnFile,
  standingOf,
} from '@stipple/domain';
import type { Clinic } from './clinic';
import type { Dice } from './dice';
import { FirstDecision, OnRecord, onRecordFor } from './evidence/completeness-model';
import { EvidenceSoFar, nothingSoFar } from './evidence/so-far';
import { uuidAt } from './ids';
import type { Patient } from './patients';
import type { Member } from './people';
import { termsOf } from './payer-terms';
import type { RowOf, Rows, Table } from './rows';
import type { Scar } from './scars';
import { closesAt } from './working-days';

type Open<T> = { -readonly [Key in keyof T]: T[Key] };
/** A case's facts while they are still becoming. */
type Becoming = {
  -readonly [Key in keyof CaseFacts]: CaseFacts[Key] extends readonly (infer One)[]
    ? Open<One>[]
    : Open<CaseFacts[Key]>;
};

type Common = 'clinic_id' | 'id' | 'case_id' | 'state' | 'seq';
type Content<T extends Table> = Omit<RowOf<T>, Common>;

/** A subject as it was told so far: what the domain sees of it, and its row. Both change with every move. */
export interface Told<S, T extends Table> {
  readonly fact: Open<S>;
  readonly row: RowOf<T>;
}

/** Who appears in a story. */
export interface Cast {
  /** The coordinator whose case it is, and the other one. */
  readonly owner: Member;
  readonly colleague: Member;
  readonly physician: Member;
  readonly manager: Member;
}

/**
 * One case as it happened. Every move is asked of the domain at its own time, exactly as the API would ask, and
 * appended as an event; a move that the domain refuses is a mistake in the telling and stops it.
 */
export class Story {
  readonly facts: Becoming;
  /** Number of the working day on which the story stands, and the minute of that day. */
  day: number;
  minute: number;
  private lastId = 0;
  /** What can be written only when the story is told: copies of rows that still change. */
  readonly atEnd: (() => void)[] = [];
  /** What was added to the case, as a letter can rest on it. */
  readonly papers: (ShelfDocument & { readonly kind: DocumentKind })[] = [];
  readonly evidence: EvidenceSoFar = nothingSoFar();
  /** How its first request is going to be decided. */
  firstDecision: FirstDecision = 'none';
  private kept: OnRecord | null = null;
  /** What somebody was given to do, for the steps that do it. */
  readonly tasks: Told<Task, 'task'>[] = [];
  /** The worksheets of its unlisted codes, for whoever finishes them. */
  readonly worksheets: Told<Worksheet, 'code_worksheet'>[] = [];

  constructor(
    readonly clinic: Clinic,
    readonly dice: Dice,
    readonly rows: Rows,
    readonly cast: Cast,
    readonly patient: Patient,
    readonly scar: Scar,
    start: { readonly day: number; readonly minute: number },
    readonly caseNumber: number,
  ) {
    this.day = start.day;
    this.minute = start.minute;
    const clock = { now: '', today: '', timeZone: clinic.days.timeZone };
    const none = {
      payerTerms: termsOf(patient),
      clockOverrides: [],
      benefitCalls: [],
      documents: [],
      screenings: [],
      letters: [],
      worksheets: [],
      requests: [],
      authorizations: [],
    };
    const codes = shippedOnFile(scar.diagnoses) as Becoming['codes'];
    const more = {
      codes,
      challenges: [],
      decisionFindings: [],
      agreements: [],
      clearances: [],
      sessions: [],
      claims: [],
      tasks: [],
    };
    // The case itself comes with its first move.
    this.facts = { clock, case: undefined as never, ...none, ...more };
    this.tick();
  }

  /** Whether something stays open on record, and whether the case convinces. */
  get onRecord(): OnRecord {
    return (this.kept ??= onRecordFor(
      this.dice.fork('on record'),
      this.patient.payer.key,
      this.firstDecision,
    ));
  }

  get now(): string {
    return this.facts.clock.now;
  }

  get today(): string {
    return this.facts.clock.today;
  }

  get milliseconds(): number {
    return this.clinic.days.moment(this.day, this.minute);
  }

  /** A whole day that is over, `gap` working days on; or later on the same day. */
  goOn(gap: number): void {
    if (gap > 0) {
      this.day += gap;
      this.minute = this.dice.within([505, 1000]);
    } else
      this.minute = Math.min(
        this.minute + this.dice.within([3, 28]),
        Math.max(this.minute + 1, closesAt + 40),
      );
    this.tick();
  }

  moveTo(day: number, minute: number): void {
    this.day = day;
    this.minute = minute;
    this.tick();
  }

  /** Whether that many working days from now are over, so that something can have happened then. */
  reaches(gap: number): boolean {
    return this.day + gap <= this.clinic.days.lastFull;
  }

  create<State extends string, S extends Subject<State>, T extends Table>(
    lifecycle: Lifecycle<State, S>,
    table: T,
    move: string,
    by: Member,
    made: { to: State; fact: Omit<S, keyof Subject<State>>; row: Content<T>; data?: object; id?: string },
    dice = this.dice,
  ): Told<S, T> {
    this.assertLegal(lifecycle, move, null, by, made.to);
    const id = made.id ?? this.newId(dice);
    const fact = { ...made.fact, id, state: made.to, seq: 1 } as unknown as Open<S>;
    const common = { clinic_id: this.clinic.id, id, case_id: this.facts.case.id, state: made.to, seq: 1 };
    const row = this.rows.add(table, { ...made.row, ...common } as unknown as RowOf<T>);
    this.append(lifecycle.subject, id, 1, nowhere, move, made.to, by, made.data);
    return { fact, row };
  }

  advance<State extends string, S extends Subject<State>, T extends Table>(
    lifecycle: Lifecycle<State, S>,
    told: Told<S, T>,
    move: string,
    by: Member,
    made: { to: State; fact?: Partial<S>; row?: Partial<Content<T>>; data?: object },
  ): void {
    this.assertLegal(lifecycle, move, told.fact as S, by, made.to);
    const from = told.fact.state;
    const seq = told.fact.seq + 1;
    Object.assign(told.fact, made.fact, { state: made.to, seq });
    Object.assign(told.row, made.row, { state: made.to, seq });
    this.append(lifecycle.subject, told.fact.id, seq, from, move, made.to, by, made.data);
  }

  /** Ids of one story go up, also within a millisecond: lists are read in the order of their ids. */
  newId(dice = this.dice): string {
    this.lastId = Math.max(this.lastId + 1, this.milliseconds);
    return uuidAt(this.lastId, dice);
  }

  append(
    subject: string,
    subjectId: string,
    seq: number,
    from: string,
    move: string,
    to: string,
    by: Member,
    data: object = {},
  ): void {
    this.rows.add('case_event', {
      clinic_id: this.clinic.id,
      case_id: this.facts.case.id,
      subject,
      subject_id: subjectId,
      seq,
      from_state: from,
      move,
      to_state: to,
      actor_id: by.staffId,
      at: this.now,
      data,
    });
  }

  assertLegal(
    lifecycle: AnyLifecycle,
    move: string,
    subject: Subject<string> | null,
    by: Member,
    to: string,
  ): void {
    const refusals = refusalsFor(lifecycle, move, { facts: this.facts, subject, actor: by });
    const rule = lifecycle.moves.find((one) => one.move === move);
    if (refusals.length > 0 || !rule?.to.includes(to))
      this.fail(`${lifecycle.subject}.${move} → ${to}: ${refusals.map((one) => one.sentence).join(' ')}`);
  }

  /** For the rules that the API asks beside the lifecycles. */
  assertNone(refusals: readonly { readonly sentence: string }[]): void {
    if (refusals.length > 0) this.fail(refusals.map((one) => one.sentence).join(' '));
  }

  /** Where the case stands on the day of the corpus. */
  settle(): Standing & Press {
    for (const finish of this.atEnd) finish();
    this.facts.clock.now = this.clinic.days.now;
    this.facts.clock.today = this.clinic.days.today;
    return { ...standingOf(this.facts), ...pressOf(this.facts) };
  }

  fail(what: string): never {
    throw new Error(`story ${this.dice.name} on ${this.today}: ${what}`);
  }

  private tick(): void {
    this.facts.clock.now = new Date(this.milliseconds).toISOString();
    this.facts.clock.today = this.clinic.days.dayAt(this.day);
  }
}
