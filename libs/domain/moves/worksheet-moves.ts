import type { Worksheet } from '../case-facts';
import { Guard, Lifecycle, nowhere } from '../lifecycle/lifecycle';
import { refusal } from '../refusal';
import { unlistedCodesOf } from '../worksheet/case-worksheets';

/** As of the day it was saved; whether it still does is asked again when a request is made ready. */
export type WorksheetState = 'incomplete' | 'complete';

const either: readonly WorksheetState[] = ['incomplete', 'complete'];
const content = [
  'comparatorCode',
  'comparison',
  'minutes',
  'skill',
  'equipment',
  'feeCents',
  'feeRestsOn',
  'feeBasis',
  'lineDescription',
];

const codeWaits: Guard<Worksheet> = ({ facts }) => {
  const codes = unlistedCodesOf(facts);
  if (codes.length === 0)
    return refusal('nothing_unlisted', 'No code of this case is unlisted, so none needs a worksheet.');
  return codes.every((code) => facts.worksheets.some(({ procedureCode }) => procedureCode === code))
    ? refusal(
        'worksheet_begun',
        'Every unlisted code of this case has its worksheet already; revise that one.',
      )
    : null;
};

/** The worksheet of an unlisted code. What it said before stays readable in its events. */
export const worksheetLifecycle: Lifecycle<WorksheetState, Worksheet> = {
  subject: 'code_worksheet',
  words: 'a worksheet',
  states: { incomplete: 'not complete', complete: 'complete' },
  terminal: [],
  // prettier-ignore
  moves: [
    { move: 'start', label: 'Fill in worksheet', happened: 'Worksheet begun', from: [nowhere], to: either, by: ['coordinator', 'physician'], needs: ['procedureCode', ...content], guards: [codeWaits] },
    { move: 'revise', label: 'Revise worksheet', happened: 'Worksheet revised', from: either, to: either, by: ['coordinator', 'physician'], needs: content, guards: [] },
  ],
};
