import type { BoundRef } from '../letter/bindings';
import type { DraftLine } from '../letter/draft-parts';
import { checkDocuments } from '../necessity/completeness';
import { EvidenceKind, evidenceKindWords } from '../necessity/evidence-kinds';
import { generalPolicy } from '../necessity/general-policy';
import { Refusal, refusal } from '../refusal';
import { expand } from './appeal-lines';
import { AppealMaterial, AppealSource, appealShelf } from './appeal-material';
import type { SectionPlan } from './appeal-section';
import { Asked, sectionsFor } from './appeal-sections';
import { fill, slotsOf } from './appeal-slots';
import type { ReadClass } from './classes';
import type { Denial } from './denial';
import { readDenial } from './read-denial';
import { readRemark } from './remarks';

/** A paragraph and what it rests on, with what that said. Never without a source. */
export interface AppealParagraph {
  readonly text: string;
  readonly sources: readonly BoundRef[];
}

export interface AppealSection {
  readonly key: string;
  readonly heading: string;
  readonly says: string;
  readonly requires: readonly EvidenceKind[];
  readonly paragraphs: readonly AppealParagraph[];
  /** What is not on file, a refusal each. */
  readonly missing: readonly Refusal[];
}

export interface AppealOutline {
  readonly denialClass: ReadClass;
  readonly sections: readonly AppealSection[];
  /** Of all sections: as long as there is any, nothing is exported. */
  readonly missing: readonly Refusal[];
}

/** An appeal from the denial’s own reason. Deterministic; it says only what the record holds, and names what it lacks. */
export function appealOutline(
  denial: Denial,
  material: AppealMaterial,
  asks: Asked = 'reversal',
): AppealOutline {
  const { denialClass } = readDenial(denial);
  if (denialClass === 'not_a_denial')
    return {
      denialClass,
      sections: [],
      missing: [refusal('nothing_to_appeal', 'This is no denial: there is nothing to appeal.', 'code')],
    };
  const shelf = appealShelf(denial, material);
  // What the record says nothing of, and need not, is no section.
  const sections = sectionsFor(denialClass, denial, asks)
    .map((plan) => sectionOf(plan, { denial, material, shelf }))
    .filter(({ paragraphs, missing }) => paragraphs.length + missing.length > 0);
  return { denialClass, sections, missing: sections.flatMap(({ missing }) => missing) };
}

interface Writing {
  readonly denial: Denial;
  readonly material: AppealMaterial;
  readonly shelf: ReadonlyMap<string, AppealSource>;
}

function sectionOf(plan: SectionPlan, writing: Writing): AppealSection {
  const { denial, material, shelf } = writing;
  const { key, heading, says } = plan;
  const slots = slotsOf(denial, material);
  const lines = plan.lines.flatMap((line) =>
    typeof line === 'string' ? [fill(line, slots)] : expand(line.each, material),
  );
  const { requires, lacking } = evidenceFor(plan, writing);
  return {
    key,
    heading,
    says,
    requires,
    paragraphs: lines.flatMap((line) => paragraphOf(line, shelf)),
    missing: [...new Set([...lines.flatMap(gapOf), ...lacking])].map((what) =>
      refusal('appeal_incomplete', `“${heading}” lacks: ${what}.`, key),
    ),
  };
}

function paragraphOf(line: DraftLine, shelf: Writing['shelf']): readonly AppealParagraph[] {
  return line.kind === 'bound' ? [{ text: line.text, sources: sourcesOf(line.refs, shelf) }] : [];
}

/** What a reference said when the paragraph was bound to it; one that is not on the shelf is no source. */
export function sourcesOf(refs: readonly string[], shelf: Writing['shelf']): readonly BoundRef[] {
  return refs.flatMap((ref) => {
    const found = shelf.get(ref);
    return found === undefined ? [] : [{ ref, said: found.words }];
  });
}

/** What a gap of the letter names, without its brackets. */
export function gapOf(line: DraftLine): readonly string[] {
  return line.kind === 'gap' ? [line.text.slice('[missing: '.length, -1)] : [];
}

interface Needed {
  readonly requires: readonly EvidenceKind[];
  readonly lacking: readonly string[];
}

function evidenceFor({ evidence }: SectionPlan, { denial, material }: Writing): Needed {
  const { facts, held, policy } = material;
  if (evidence === 'policy') {
    // Where the payer’s policy is not on file, what is usual in the trade is asked for.
    const checks = checkDocuments((policy ?? generalPolicy).documents, facts, held);
    const asked = checks.filter(({ state }) => state !== 'not_applicable');
    return {
      requires: [...new Set(asked.map(({ kind }) => kind))],
      lacking: asked
        .filter(({ state }) => state === 'missing')
        .map(({ kind, words }) => `${evidenceKindWords[kind].toLowerCase()}: ${words}`),
    };
  }
  const requires = evidence === 'remarks' ? askedByRemarks(denial) : evidence;
  const absent = requires.filter((kind) => !held.some((one) => one.kind === kind));
  return {
    requires,
    lacking: absent.map((kind) => `evidence of the kind “${evidenceKindWords[kind].toLowerCase()}”`),
  };
}

function askedByRemarks({ remarks }: Denial): readonly EvidenceKind[] {
  const kinds = remarks.map(readRemark).flatMap((read) => (read.known ? (read.entry.asksFor ?? []) : []));
  return [...new Set(kinds)];
}
