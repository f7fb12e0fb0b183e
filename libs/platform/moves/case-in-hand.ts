import { randomUUIDv7 } from 'node:crypto';
import { Command, Missing, prepared, refuseIfAny } from '@stipple/database';
import {
  CaseFacts,
  caseLifecycle,
  Lifecycle,
  Subject,
  TaskKind,
  nowhere,
  pressOf,
  refusalsFor,
  standingOf,
  taskLifecycle,
} from '@stipple/domain';
import { EntityTarget, ObjectLiteral } from 'typeorm';
import { QueryDeepPartialEntity } from 'typeorm';
import { loadCaseFacts } from './case-facts.query';
import { CaseEventEntity } from './rows/case-event.entity';
import { SubjectEntity } from './rows/subject.entity';
import { TaskEntity } from './rows/task.entity';
import { TreatmentCaseEntity } from './rows/treatment-case.entity';
import { staleNow } from './stale-now';

type Columns<Row extends ObjectLiteral> = Omit<QueryDeepPartialEntity<Row>, keyof SubjectEntity>;
type AnySubject = Subject<string>;

interface Making<State extends string> {
  readonly to: State;
  /** What the timeline shows about it. */
  readonly data?: object;
}

interface Moving<State extends string, Row extends ObjectLiteral> extends Making<State> {
  /** The version the person saw; absent only when another move of the same command has just made it. */
  readonly version?: number;
  readonly set?: Columns<Row>;
}

/**
 * One case, locked for one command. Every change of a case goes through here: the domain is asked, the row is
 * written with its precondition, the event is appended, and at the end the case's standing follows.
 */
export class CaseInHand {
  private constructor(
    readonly command: Command,
    readonly caseId: string,
    public facts: CaseFacts,
  ) {}

  /** Locks the case before anything else, so that commands on one case never wait for each other in a circle. */
  static async take(command: Command, caseId: string): Promise<CaseInHand> {
    const { clinicId } = command.who;
    await prepared(command.tx, {
      name: 'case_lock',
      text: 'SELECT 1 FROM stipple.treatment_case WHERE clinic_id = $1 AND id = $2 FOR UPDATE',
      values: [clinicId, caseId],
    });
    const facts = await loadCaseFacts(command.tx, clinicId, caseId);
    if (facts === null) throw new Missing('case');
    return new CaseInHand(command, caseId, facts);
  }

  async reload(): Promise<CaseFacts> {
    const facts = await loadCaseFacts(this.command.tx, this.command.who.clinicId, this.caseId);
    if (facts === null) throw new Missing('case');
    this.facts = facts;
    return facts;
  }

  /** Makes a new subject with its first move. Returns its id. */
  async create<State extends string, S extends Subject<State>, Row extends SubjectEntity>(
    lifecycle: Lifecycle<State, S>,
    move: string,
    row: EntityTarget<Row>,
    columns: Columns<Row>,
    { to, data }: Making<State>,
  ): Promise<string> {
    refuseIfAny(refusalsFor(lifecycle, move, { facts: this.facts, subject: null, actor: this.command.who }));
    const id = randomUUIDv7();
    const { clinicId } = this.command.who;
    const values = { ...columns, clinicId, id, caseId: this.caseId, state: to, seq: 1 };
    await this.command.tx.insert(row, values as unknown as QueryDeepPartialEntity<Row>);
    await this.append(lifecycle.subject, { id, seq: 0, state: nowhere }, move, to, data);
    return id;
  }

  /** Moves a subject on. Returns it as it stands now, for a further move of the same command. */
  async advance<State extends string, S extends Subject<State>, Row extends ObjectLiteral>(
    lifecycle: Lifecycle<State, S>,
    row: EntityTarget<Row>,
    subject: S,
    move: string,
    { to, version, set, data }: Moving<State, Row>,
  ): Promise<S> {
    if (version !== undefined && version !== subject.seq)
      throw await staleNow(this.command, lifecycle.subject, subject, version);
    refuseIfAny(refusalsFor(lifecycle, move, { facts: this.facts, subject, actor: this.command.who }));
    const { clinicId } = this.command.who;
    const next = { ...set, state: to, seq: subject.seq + 1 };
    const seen = { clinicId, id: subject.id, seq: subject.seq };
    const done = await this.command.tx.update(
      row,
      seen as never,
      next as unknown as QueryDeepPartialEntity<Row>,
    );
    if (done.affected !== 1) throw await staleNow(this.command, lifecycle.subject, subject, subject.seq);
    await this.append(lifecycle.subject, subject, move, to, data);
    return { ...subject, state: to, seq: subject.seq + 1 };
  }

  /** Gives somebody something to do because of this move. Returns the task's id. */
  async raiseTask(
    kind: TaskKind,
    about: string,
    forRole: TaskEntity['forRole'],
    dueOn: string,
  ): Promise<string> {
    return this.create(
      taskLifecycle,
      'raise',
      TaskEntity,
      { kind, about, forRole, dueOn },
      { to: 'open', data: { kind, about, dueOn } },
    );
  }

  /** Closes the open tasks of these kinds: what they asked for has been done. */
  async finishTasks(...kinds: readonly TaskKind[]): Promise<void> {
    for (const task of this.facts.tasks.filter(
      (candidate) => candidate.state === 'open' && kinds.includes(candidate.kind),
    )) {
      await this.advance(taskLifecycle, TaskEntity, task, 'finish', { to: 'done' });
    }
  }

  /** Writes where the case stands now and how much it presses. Called once at the end of every command. */
  async settle(): Promise<void> {
    const facts = await this.reload();
    const key = { clinicId: this.command.who.clinicId, id: this.caseId };
    await this.command.tx.update(TreatmentCaseEntity, key, { ...standingOf(facts), ...pressOf(facts) });
  }

  private async append(
    subject: string,
    before: AnySubject,
    move: string,
    to: string,
    data: object = {},
  ): Promise<void> {
    const { clinicId, staffId } = this.command.who;
    const { id: subjectId, state: fromState } = before;
    const seq = before.seq + 1;
    await this.command.tx.insert(CaseEventEntity, {
      clinicId,
      subjectId,
      seq,
      caseId: this.caseId,
      subject,
      fromState,
      move,
      toState: to,
      actorId: staffId,
      data,
    });
    this.command.audit({
      action: `${subject}.${move}`,
      subject,
      subjectId,
      caseId: this.caseId,
      detail: { seq, from: fromState, to },
    });
  }
}

/** Runs a command on one case and lets its standing follow. */
export async function withCase<T>(
  command: Command,
  caseId: string,
  work: (hand: CaseInHand) => Promise<T>,
): Promise<T> {
  const hand = await CaseInHand.take(command, caseId);
  const result = await work(hand);
  await hand.settle();
  return result;
}

/** The same for a command that names a subject of a case, such as a request or a session. */
export async function withSubject<State extends string, S extends Subject<State>, T>(
  command: Command,
  lifecycle: Lifecycle<State, S>,
  id: string,
  work: (hand: CaseInHand, subject: S) => Promise<T>,
): Promise<T> {
  const [found]: { case_id: string }[] = await command.tx.query(
    `SELECT case_id FROM stipple.${lifecycle.subject} WHERE clinic_id = $1 AND id = $2`,
    [command.who.clinicId, id],
  );
  if (found === undefined) throw new Missing(lifecycle.words.replace(/^an? /, ''));
  return withCase(command, found.case_id, async (hand) => {
    const subject = subjectIn(hand.facts, lifecycle.subject, id);
    if (subject === undefined) throw new Missing(lifecycle.words.replace(/^an? /, ''));
    return work(hand, subject as unknown as S);
  });
}

function subjectIn(facts: CaseFacts, name: string, id: string): AnySubject | undefined {
  const lists: Readonly<Record<string, readonly AnySubject[]>> = {
    treatment_case: [facts.case],
    screening: facts.screenings,
    letter: facts.letters,
    code_worksheet: facts.worksheets,
    auth_request: facts.requests,
    payer_authorization: facts.authorizations,
    challenge: facts.challenges,
    self_pay_agreement: facts.agreements,
    treatment_session: facts.sessions,
    claim: facts.claims,
    task: facts.tasks,
  };
  return lists[name]?.find((subject) => subject.id === id);
}

/** Promises when somebody looks at the case again, where the form said so. */
export async function nextTouch(hand: CaseInHand, day: string | undefined): Promise<void> {
  if (day === undefined || day === hand.facts.case.nextTouchOn) return;
  await hand.advance(caseLifecycle, TreatmentCaseEntity, hand.facts.case, 'plan_touch', {
    to: 'open',
    set: { nextTouchOn: day },
    data: { nextTouchOn: day },
  });
}
