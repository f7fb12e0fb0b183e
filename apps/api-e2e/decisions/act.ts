import {
  Actor,
  AnyLifecycle,
  CaseFacts,
  Refusal,
  Subject,
  addDays,
  authRequestLifecycle,
  authorizationLifecycle,
  challengeLifecycle,
  refusal,
} from '@stipple/domain';
import type { ZodType } from 'zod';
import type { CaseDraft } from './effects';

/** What is there before the history begins, and who takes part in it. */
export interface Ground {
  readonly caseId: string;
  readonly clinicianId: string;
  readonly password: string;
  /** A notice in this case, and one in another. */
  readonly proofId: string;
  readonly foreignProofId: string;
}

/** What chance decides about one step. Each act takes of it what it needs; most of it can be ill-timed or ill-sized. */
export interface Chance {
  readonly units: number;
  readonly code: string;
  readonly opens: number;
  readonly closes: number;
  readonly decided: number;
  readonly dated: number | null;
  readonly received: number;
  readonly sentHoursAgo: number;
  readonly number: string;
  readonly ownProof: boolean;
  readonly denial: string;
  readonly kind: 'peer_to_peer' | 'reconsideration' | 'appeal_1' | 'appeal_2' | 'external_review';
  readonly purpose: 'initial' | 'extension' | 'renewal' | 'revision';
  readonly because: 'more_time' | 'missing_information';
}

type Thing = Subject<string>;

/** One thing that somebody can record about a payer's decision, as the API takes it and as the domain judges it. */
export interface Act {
  readonly name: string;
  readonly lifecycle: AnyLifecycle;
  readonly move: string;
  /** How readily it is drawn where it is lawful. */
  readonly weight: number;
  /** Whose state the move changes; null of what is made new. */
  readonly about: (facts: CaseFacts) => readonly (Thing | null)[];
  readonly path: (thing: Thing | null, ground: Ground) => string;
  readonly contract: ZodType;
  readonly body: (told: Told) => object;
  /** The rules beside the life cycle, of a body that has its form. */
  readonly rules: (told: Told, body: never) => readonly (Refusal | null)[];
  /** What it changes, where nothing refuses it. */
  readonly happens: (facts: CaseDraft, told: Told, body: never) => void;
}

export interface Told {
  readonly facts: CaseFacts;
  readonly thing: Thing | null;
  readonly chance: Chance;
  readonly ground: Ground;
  readonly actor: Actor;
}

interface Shape<B> {
  readonly route: string;
  readonly move: string;
  readonly weight?: number;
  readonly contract: ZodType<B>;
  readonly body: (told: Told) => object;
  readonly rules?: (told: Told, body: B) => readonly (Refusal | null)[];
  readonly happens: (facts: CaseDraft, told: Told, body: B) => void;
}

const subjects = {
  request: {
    lifecycle: authRequestLifecycle as AnyLifecycle,
    path: 'auth-requests',
    of: ({ requests }: CaseFacts) => requests,
  },
  authorization: {
    lifecycle: authorizationLifecycle as AnyLifecycle,
    path: 'authorizations',
    of: ({ authorizations }: CaseFacts) => authorizations,
  },
  challenge: {
    lifecycle: challengeLifecycle as AnyLifecycle,
    path: 'challenges',
    of: ({ challenges }: CaseFacts) => challenges,
  },
} as const;

/** An act on something that is there already: its version comes from what the actor saw. */
export function actOn<B>(
  which: keyof typeof subjects,
  { route, body, rules = () => [], ...shape }: Shape<B>,
): Act {
  const { lifecycle, path, of } = subjects[which];
  return {
    weight: 6,
    ...shape,
    name: `${which} ${route}`,
    lifecycle,
    about: of,
    path: (thing) => `/api/${path}/${thing?.id}/${route}`,
    body: (told) => ({ version: told.thing?.seq, ...body(told) }),
    rules: rules as Act['rules'],
    happens: shape.happens as Act['happens'],
  };
}

/** An act that makes something new in the case. */
export function actIn<B>(which: keyof typeof subjects, { route, rules = () => [], ...shape }: Shape<B>): Act {
  return {
    weight: 1,
    ...shape,
    name: `case ${route}`,
    lifecycle: subjects[which].lifecycle,
    about: () => [null],
    path: (_, { caseId }) => `/api/cases/${caseId}/${route}`,
    rules: rules as Act['rules'],
    happens: shape.happens as Act['happens'],
  };
}

/** Puts what an act is about into another state; `more` are its columns. */
export function put(facts: CaseDraft, told: Told, state: string, more: object = {}): void {
  const all: readonly { id: string }[] = [...facts.requests, ...facts.authorizations, ...facts.challenges];
  Object.assign(all.find(({ id }) => id === told.thing?.id) ?? {}, { state }, more);
}

export const requestOf = ({ facts, thing }: Told) => facts.requests.find(({ id }) => id === thing?.id);
export const dayFrom = ({ facts }: Told, days: number) => addDays(facts.clock.today, days);

/** Rules that the API asks of what it reads with the body, and the domain has no word for. */
export const says = (code: string, isBroken: boolean): Refusal | null =>
  isBroken ? refusal(code, 'The model says no.') : null;
export const proofOf = ({ chance, ground }: Told) =>
  chance.ownProof ? ground.proofId : ground.foreignProofId;
