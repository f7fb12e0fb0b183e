import type { LetterDesk } from '@stipple/contracts';
import { Binding, bindingsText, sameBindings } from '@stipple/domain';
import { Typed, typedIn } from '@stipple/ui';

export type StoredLetter = NonNullable<LetterDesk['letter']>;

/** What stands on the sheet. */
export interface Sheet {
  readonly body: string;
  readonly bindings: readonly Binding[];
  readonly codes: readonly string[];
}

export const isWritten = (letter: StoredLetter | null | undefined): letter is StoredLetter =>
  letter?.state === 'draft' || letter?.state === 'ready';

// A draft's field holds no more than 40,000 characters of text; a list of texts holds more.
const piece = 30_000;
const cut = (text: string) => text.match(new RegExp(`[^]{1,${piece}}`, 'g')) ?? [];

export function same(one: Sheet, other: Sheet): boolean {
  return (
    one.body === other.body &&
    one.codes.join() === other.codes.join() &&
    sameBindings(one.bindings, other.bindings)
  );
}

export function sheetOf(letter: StoredLetter | null, desk: LetterDesk): Sheet {
  return {
    body: letter?.body ?? '',
    bindings: letter?.bindings ?? [],
    codes: letter?.procedureCodes ?? desk.procedureCodes,
  };
}

export function fromDraft({ fields }: Typed): Sheet {
  const { body, bindings, procedureCodes } = typedIn(fields, 'typed');
  return {
    body: String(body ?? ''),
    bindings: JSON.parse((bindings as string[]).join('') || '[]') as Binding[],
    codes: procedureCodes as string[],
  };
}

/** What was typed, as a draft keeps it. */
export function draftOf(first: Sheet, now: Sheet): Typed['fields'] {
  const field = (name: string, shown: string | string[], typed: string | string[]) => ({
    name,
    shown,
    typed,
  });
  return [
    field('body', first.body, now.body),
    field('bindings', cut(bindingsText(first.bindings)), cut(bindingsText(now.bindings))),
    field('procedureCodes', [...first.codes], [...now.codes]),
  ];
}
