import { Binding, tidyBindings } from './bindings';
import { careLines, historyLines } from './draft-history';
import { functionLines } from './draft-function';
import { DraftLine, boundRefs, plain } from './draft-parts';
import { criteriaLines, limitLines, openingLines, planLines } from './draft-request';
import { LetterMaterial, shelfOf } from './shelf';
import { sentencesOf } from './split-letter';

export interface FirstDraft {
  readonly body: string;
  readonly bindings: readonly Binding[];
  /** What it could not say. */
  readonly gaps: readonly string[];
}

/**
 * A letter to begin with: only what the record holds, each sentence bound to it; what is missing is a marked gap and
 * never a sentence. It argues nothing that nobody has said.
 */
export function firstDraft(material: LetterMaterial): FirstDraft {
  const shelf = new Map(shelfOf(material).map((item) => [item.ref, item]));
  const section = (heading: string, lines: readonly DraftLine[]) => [plain(''), plain(heading), ...lines];
  const lines: readonly DraftLine[] = [
    ...openingLines(material),
    ...section('Diagnosis and cause', historyLines(material)),
    ...section('Functional impairment and measurements', functionLines(material, shelf)),
    ...section('Treatments tried and their results', careLines(material)),
    ...section('Treatment plan and expected gain', planLines(material)),
    ...section('The payer’s criteria', criteriaLines(material, shelf)),
    ...section('Evidence and its limits', limitLines(material)),
    plain(''),
    plain('Please approve this request.'),
    plain(''),
    plain('Sincerely,'),
    plain(material.particulars.physician),
  ];
  const body = lines.map(({ text }) => text).join('\n');
  const bindings = lines.flatMap((line) =>
    line.kind === 'bound'
      ? sentencesOf(line.text).map(({ text }) => ({ sentence: text, to: boundRefs(line.refs, shelf) }))
      : [],
  );
  return {
    body,
    bindings: tidyBindings(body, bindings),
    gaps: lines.flatMap((line) => (line.kind === 'gap' ? [line.text.slice('[missing: '.length, -1)] : [])),
  };
}
