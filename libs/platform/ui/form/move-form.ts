import { InjectionToken, Type, inject } from '@angular/core';
import type { CaseView, Directory, Me, OfferedMove } from '@stipple/contracts';
import { DocumentKind, documentKindWords } from '@stipple/domain';
import { Api } from '../api/api';
import type { FormKey } from '../drafts/draft-keeper';
import type { OpenedDraft } from '../drafts/drafts';
import { Field, Option, Values, emptyValue } from './field';

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
  /** What follows from what is typed, shown below the questions. It takes the `values`, and what else is said here. */
  readonly beside?: { readonly part: Type<unknown>; readonly inputs?: Readonly<Record<string, unknown>> };
  /** Its fields show what is stored: what others change meanwhile is brought together with what is typed. */
  readonly edits?: boolean;
  /** It signs: nothing of it is kept as a draft. */
  readonly signature?: boolean;
  /** @throws ApiProblem */
  send(values: Values): Promise<unknown>;
}

/** What somebody else did to the thing while a form of it was open. */
export interface Change {
  readonly by: string;
  readonly at: string;
  /** In words, such as “Next touch planned”. */
  readonly words: string;
}

/** A form as it would open now, and what has been done since a version that somebody saw. */
export interface FormNow {
  readonly form: MoveForm;
  readonly version: number;
  readonly changes: readonly Change[];
}

/** What a form is about: whose draft it is, and how to notice that others have changed it. */
export interface FormAbout {
  readonly key: FormKey;
  readonly timeZone: string;
  /** What had been heard of the case when the form was asked for; it takes a moment to open. */
  readonly heard: number;
  readonly version: number;
  readonly draft: OpenedDraft;
  /** Reads the thing again. */
  again(since: number): Promise<FormNow>;
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
export function documentChoices(
  { case: view }: Pick<MoveContext, 'case'>,
  kind: DocumentKind,
): readonly Option[] {
  const options = view.documents.map((document) => ({
    kind: document.kind,
    value: document.id,
    label: `${documentKindWords[document.kind]}: ${document.title}`,
  }));
  return [...options.filter((one) => one.kind === kind), ...options.filter((one) => one.kind !== kind)];
}

/** The fields of a form that are kept as its draft. Passwords and files never are, and a signature is not prepared. */
export function keptFields({ fields, signature }: MoveForm): readonly Field[] {
  return signature ? [] : fields.filter(({ kind }) => kind !== 'password' && kind !== 'file');
}

/** What a form opens with: the empty value of each field where nothing else is said. */
export function openingValues({ fields, initial }: MoveForm): Values {
  return { ...Object.fromEntries(fields.map((field) => [field.name, emptyValue(field)])), ...initial };
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
