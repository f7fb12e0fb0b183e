import { Screening, ScreeningOutcome, screeningLifecycle } from '@stipple/domain';
import type { Story, Told } from '../story';
import { screeningWords } from '../words/screening-words';
import { addSignature, hashOf } from './signature';

export type ScreeningTold = Told<Screening, 'screening'>;

/** Proposes medical, cosmetic or uncertain; an unsigned proposal before it is replaced. */
export function proposeScreening(
  story: Story,
  outcome: ScreeningOutcome,
  before?: ScreeningTold,
): ScreeningTold {
  const { cast, dice, scar, facts } = story;
  if (before?.fact.state === 'proposed')
    story.advance(screeningLifecycle, before, 'supersede', cast.owner, { to: 'superseded' });
  const { criteria, reasons } = screeningWords(dice, scar, outcome);
  const told = story.create(
    screeningLifecycle,
    'screening',
    'propose',
    dice.chance(0.3) ? cast.physician : cast.owner,
    {
      to: 'proposed',
      fact: { outcome },
      row: { outcome, criteria, reasons, evidence_ids: facts.documents.slice(0, 3).map(({ id }) => id) },
      data: { outcome },
    },
  );
  facts.screenings.push(told.fact);
  return told;
}

/** The physician's signature makes it count; the one signed before it is replaced. */
export function signScreening(story: Story, told: ScreeningTold, before?: ScreeningTold): void {
  const { physician } = story.cast;
  if (before?.fact.state === 'signed')
    story.advance(screeningLifecycle, before, 'supersede', physician, { to: 'superseded' });
  const { outcome, criteria, reasons, evidence_ids: evidence } = told.row;
  story.advance(screeningLifecycle, told, 'sign', physician, {
    to: 'signed',
    data: { outcome: told.fact.outcome },
  });
  const content = [outcome, (criteria as string[]).join(','), (evidence as string[]).join(','), reasons].join(
    '\n',
  );
  addSignature(story, 'screening', told.fact, hashOf(content), null);
}
