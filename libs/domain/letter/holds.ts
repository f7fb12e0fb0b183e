import { isSpecific, needsRecord } from './assertion';
import type { BoundRef } from './bindings';
import type { ShelfItem } from './shelf';
import { coversNumbers } from './statements';
import { SaidValue, squeezed, valuesSaid } from './values-said';

export type Hold = 'holds' | 'unsupported' | 'contradicted';

export interface Holding {
  readonly hold: Hold;
  /** Whole sentences: why not. */
  readonly why: readonly string[];
  /** Values that only a reader of a bound document can compare. */
  readonly byReader: readonly string[];
}

/**
 * Whether what a sentence is bound to still exists, still says what it said, and says what the sentence says. Numbers,
 * days, codes and quotations have to agree one by one; of sides, sites and motions one of each has to.
 */
export function holding(
  sentence: string,
  bound: readonly BoundRef[],
  shelf: ReadonlyMap<string, ShelfItem>,
): Holding {
  const broken = bound.flatMap(({ ref, said }) => {
    const item = shelf.get(ref);
    if (item === undefined) return [`“${said}” is not on record any more.`];
    return item.words === said ? [] : [`The record changed: it said “${said}”, now it says “${item.words}”.`];
  });
  if (broken.length > 0) return { hold: 'contradicted', why: broken, byReader: [] };
  const items = bound.flatMap(({ ref }) => shelf.get(ref) ?? []);
  const onRecord = items
    .filter(({ kind }) => kind !== 'statement')
    .map(({ kind, words }) => ({ kind, words, values: valuesSaid(words) }));
  const recorded = onRecord.flatMap(({ values }) => values);
  const hasDocument = items.some(({ kind }) => kind === 'document');
  // The day in a document’s title is not the only one that it may tell of.
  const rivalling = onRecord.filter(({ kind }) => kind !== 'document').flatMap(({ values }) => values);
  const [against, open, byReader]: [string[], string[], string[]] = [[], [], []];
  const said = valuesSaid(sentence);
  for (const value of said.filter(isSpecific)) {
    if (recorded.some((one) => agrees(value, one))) continue;
    if (value.kind === 'quote' && onRecord.some(({ words }) => squeezed(words).includes(value.value)))
      continue;
    const rivals = rivalling.filter((one) => family(one) === family(value) && one.unit === value.unit);
    if (rivals.length > 0)
      against.push(`It says ${quoted(value.text)}; what it is bound to says ${listed(rivals)}.`);
    else if (value.kind === 'number' && items.some(({ ref }) => coversNumbers(ref, sentence))) continue;
    else if (hasDocument) byReader.push(value.text);
    else open.push(`Nothing it is bound to says ${quoted(value.text)}.`);
  }
  for (const kind of ['side', 'motion', 'site'] as const) {
    const [here, there] = [said, recorded].map((all) => all.filter((one) => one.kind === kind));
    if (!here?.length || !there?.length) continue;
    const both = [...here, ...there].some(({ value }) => value === 'both');
    if (!both && !here.some((one) => there.some((other) => one.value === other.value)))
      against.push(`It says ${quoted(here[0]?.text ?? '')}; what it is bound to says ${listed(there)}.`);
  }
  if (against.length > 0) return { hold: 'contradicted', why: [...against, ...open], byReader };
  return open.length > 0
    ? { hold: 'unsupported', why: open, byReader }
    : { ...fitting(sentence, items), byReader };
}

const family = ({ kind }: SaidValue) => (kind === 'month' || kind === 'year' ? 'day' : kind);
const quoted = (text: string) => (/^[“"]/.test(text) ? text : `“${text}”`);
const listed = (values: readonly SaidValue[]) =>
  [...new Set(values.map(({ text }) => quoted(text)))].slice(0, 4).join(', ');

/** A month agrees with a day in it, a number without a unit with the same number of any unit. */
function agrees(said: SaidValue, recorded: SaidValue): boolean {
  if (said.kind === 'month' || said.kind === 'year')
    return (
      ['day', 'month', 'year'].includes(recorded.kind) &&
      (recorded.value === said.value || recorded.value.startsWith(`${said.value}-`))
    );
  if (said.kind !== recorded.kind || said.value !== recorded.value) return false;
  return (
    said.kind !== 'number' || said.unit === null || recorded.unit === null || said.unit === recorded.unit
  );
}

/** Some things cannot carry a sentence, although they exist. */
function fitting(sentence: string, items: readonly ShelfItem[]): Omit<Holding, 'byReader'> {
  const own = items.every((item) => item.kind === 'statement');
  if (own && needsRecord(sentence))
    return unsupported(
      'A physician’s word does not stand for a score, the device, a policy or a study; bind the record of it.',
    );
  // A code or a name says nothing of how a hand moves; it carries only what speaks of it.
  const narrow = items.every((item) => ['code', 'criterion', 'particular', 'literature'].includes(item.kind));
  if (narrow && !items.some((item) => speaksOf(sentence, item.words)))
    return unsupported(`“${items[0]?.words ?? ''}” says nothing of it; bind what does.`);
  return { hold: 'holds', why: [] };
}

const unsupported = (why: string) => ({ hold: 'unsupported', why: [why] }) as const;

const idle = new Set(['which', 'their', 'there', 'these', 'those', 'other', 'under', 'number', 'patient']);

/** Whether they share a value or the beginning of a word that means something. */
function speaksOf(sentence: string, words: string): boolean {
  const stems = (text: string) =>
    (text.toLowerCase().match(/\p{L}{4,}/gu) ?? [])
      .filter((word) => !idle.has(word))
      .map((word) => word.slice(0, 6));
  const theirs = new Set(stems(words));
  if (stems(sentence).some((stem) => theirs.has(stem))) return true;
  const recorded = valuesSaid(words).filter(isSpecific);
  return valuesSaid(sentence).some((one) => recorded.some((other) => agrees(one, other)));
}
