import { InjectionToken, inject } from '@angular/core';
import type { CaseView, Directory, Me, OfferedMove } from '@stipple/contracts';
import { DocumentKind, documentKindWords } from '@stipple/domain';
import { Api } from '../api/api';
import { Field, Option, Values } from './field';

/** A form that makes one move: what it asks, and how it is sent. */
export interface MoveForm {
  readonly title: string;
  /** One or two sentences on what this move means, where that is not plain from its title. */
  readonly lead?: string;
  /** Text to read before signing or agreeing, exactly as it stands. */
  readonly reading?: string;
  readonly submit: string;
  readonly danger?: boolean;
  readonly wide?: boolean;
  readonly fields: readonly Field[];
  readonly initial?: Values;
  /** @throws ApiProblem */
  send(values: Values): Promise<unknown>;
}

/** What a form is made from: the case as it is on screen and, where the move is of a subject, which one. */
export interface MoveContext {
  readonly case: CaseView;
  readonly subjectId: string | null;
  /** The version the person sees; sent along, so that somebody else's change in between is noticed. */
  readonly version: number;
  readonly directory: Directory;
  readonly me: Me;
  readonly api: Api;
}

export type MoveFormMaker = (context: MoveContext) => MoveForm;

/** `letter.sign` → its form, loaded when needed. Each library brings the forms of its own moves. */
export type MoveForms = Readonly<Record<string, () => Promise<MoveFormMaker>>>;

export const MOVE_FORMS = new InjectionToken<readonly MoveForms[]>('forms by subject and move');

export function findMoveForm(): (key: string) => (() => Promise<MoveFormMaker>) | undefined {
  const all = inject(MOVE_FORMS);
  return (key) => all.find((forms) => forms[key])?.[key];
}

/** The documents of the case as choices, those of one kind first. */
export function documentChoices({ case: view }: MoveContext, kind: DocumentKind): readonly Option[] {
  const options = view.documents.map((document) => ({
    kind: document.kind,
    value: document.id,
    label: `${documentKindWords[document.kind]}: ${document.title}`,
  }));
  return [...options.filter((one) => one.kind === kind), ...options.filter((one) => one.kind !== kind)];
}

/** A move that asks nothing: one click, with a sentence to confirm where it cannot be taken back. */
export function plainMove(
  path: (id: string) => string,
  form: { title: string; submit: string; lead?: string; danger?: boolean },
): MoveFormMaker {
  return ({ api, subjectId, version, case: view }) => ({
    ...form,
    fields: [],
    send: () => api.post(path(subjectId ?? view.id), { version }),
  });
}

/** Which moves a menu offers, in which order: the legal ones first. */
export function sortMoves(moves: readonly OfferedMove[]): {
  legal: readonly OfferedMove[];
  refused: readonly OfferedMove[];
} {
  return {
    legal: moves.filter((move) => move.refusals.length === 0),
    refused: moves.filter((move) => move.refusals.length > 0),
  };
}
