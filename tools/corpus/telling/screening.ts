import { Screening, ScreeningOutcome, overrideRefusals, screeningLifecycle } from '@stipple/domain';
import { jsonbText } from '../evidence/jsonb-text';
import { Screened, screenStory } from '../evidence/screen-story';
import type { Story, Told } from '../story';
import { overrideReason, screeningReasons } from '../words/screening-words';
import { addSignature, hashOf } from './signature';

export type ScreeningTold = Told<Screening, 'screening'> & { readonly screened: Screened };

/** Proposes what the policy makes of the record, with all it was computed from; an unsigned proposal before it is replaced. */
export function proposeScreening(story: Story, before?: ScreeningTold): ScreeningTold {
  const { cast, dice, scar, facts, clinic, rows } = story;
  if (before?.fact.state === 'proposed')
    story.advance(screeningLifecycle, before, 'supersede', cast.owner, { to: 'superseded' });
  const screened = screenStory(story);
  const { basis, result, policyVersionId, serviceOn } = screened;
  const { outcome, headline, policyKey } = result;
  const reasons = screeningReasons(dice, scar, result);
  const told = story.create(
    screeningLifecycle,
    'screening',
    'propose',
    dice.chance(0.3) ? cast.physician : cast.owner,
    {
      to: 'proposed',
      fact: { outcome },
      row: {
        outcome,
        criteria: [],
        reasons,
        evidence_ids: [],
        policy_version_id: policyVersionId,
        policy_key: policyKey,
        computed_outcome: outcome,
        headline,
        override_reason: null,
      },
      data: { outcome, policy: policyKey },
    },
  );
  facts.screenings.push(told.fact);
  rows.add('screening_basis', {
    clinic_id: clinic.id,
    screening_id: told.fact.id,
    service_on: serviceOn,
    ...basis,
    result,
    computed_at: story.now,
  });
  return { ...told, screened };
}

/** The physician's signature makes it count, as computed or otherwise with a reason; the one signed before is replaced. */
export function signScreening(story: Story, told: ScreeningTold, before?: ScreeningTold): void {
  const { physician } = story.cast;
  if (before?.fact.state === 'signed')
    story.advance(screeningLifecycle, before, 'supersede', physician, { to: 'superseded' });
  const { result, basis } = told.screened;
  const outcome = decidedBy(story, told.screened);
  const reason = outcome === result.outcome ? null : overrideReason(story.dice, outcome, result);
  if (reason !== null) story.assertNone(overrideRefusals(result.outcome, { outcome, reason }));
  story.advance(screeningLifecycle, told, 'sign', physician, {
    to: 'signed',
    fact: { outcome },
    row: { outcome, override_reason: reason },
    data: { outcome, ...(reason === null ? {} : { computed: result.outcome }) },
  });
  const { reasons } = told.row;
  // As PostgreSQL puts together what is signed; nothing is ticked and nothing picked any more.
  const content = [outcome, '', '', reasons, ...(reason === null ? [] : [reason])];
  addSignature(
    story,
    'screening',
    told.fact,
    hashOf([...content, jsonbText(result), jsonbText(basis.facts)].join('\n')),
    null,
  );
}

/** What hinders is worth a request even where the policy’s words do not fit; what does not is offered for self-pay. */
function decidedBy({ scar }: Story, { result }: Screened): ScreeningOutcome {
  if (scar.functional === null) return 'cosmetic';
  if (result.outcome !== 'cosmetic') return result.outcome;
  return result.reason === 'excluded' ? 'uncertain' : 'likely_medical';
}
