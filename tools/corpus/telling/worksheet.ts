import { WorksheetContent, serviceDayOf, worksheetGaps, worksheetLifecycle } from '@stipple/domain';
import { uuidAt } from '../ids';
import type { Member } from '../people';
import type { Story } from '../story';
import { worksheetOf } from '../words/worksheet-words';

/** Dice of its own: what it throws changes nothing of the rest of the story. */
const diceOf = (story: Story) => story.dice.fork('worksheet');

/** With the draft of a request most fill in its worksheet, and some only what they know at the desk. */
export function beginWorksheet(story: Story): void {
  if (story.worksheets.length > 0) return;
  const whole = worksheetOf(diceOf(story), story.scar);
  const how = diceOf(story).fork('how').fraction();
  if (how < 0.6) start(story, whole, story.cast.owner);
  else if (how < 0.8) start(story, { ...whole, minutes: null, skill: null }, story.cast.owner);
}

/** What is missing comes before the request is made ready, mostly from the physician, a minute earlier. */
export function finishWorksheet(story: Story): void {
  const [told] = story.worksheets;
  if (told?.fact.state === 'complete') return;
  const { day, minute } = story;
  story.moveTo(day, minute - 1);
  const whole = worksheetOf(diceOf(story), story.scar);
  if (told === undefined) start(story, whole, story.cast.physician);
  else {
    const { procedureCode } = told.fact;
    story.advance(worksheetLifecycle, told, 'revise', story.cast.physician, {
      to: 'complete',
      fact: whole,
      row: rowOf(whole),
      data: { procedureCode, ...whole },
    });
  }
  story.moveTo(day, minute);
}

function start(story: Story, content: WorksheetContent, by: Member): void {
  const { procedureCode } = story.facts.case;
  const gaps = worksheetGaps(content, { procedureCode, on: serviceDayOf(story.facts) });
  const told = story.create(worksheetLifecycle, 'code_worksheet', 'start', by, {
    to: gaps.length === 0 ? 'complete' : 'incomplete',
    fact: { procedureCode, ...content },
    row: { procedure_code: procedureCode, ...rowOf(content) },
    data: { procedureCode, ...content },
    id: uuidAt(story.milliseconds, diceOf(story).fork('id')),
  });
  story.facts.worksheets.push(told.fact);
  story.worksheets.push(told);
}

function rowOf(content: WorksheetContent) {
  return {
    comparator_code: content.comparatorCode,
    comparison: content.comparison,
    minutes: content.minutes,
    skill: content.skill,
    equipment: content.equipment,
    fee_cents: content.feeCents,
    fee_rests_on: content.feeRestsOn,
    fee_basis: content.feeBasis,
    line_description: content.lineDescription,
  };
}
