import { EstimateContents, disputeLifecycle } from '@stipple/domain';
import type { Story } from '../story';
import type { AgreementTold } from './self-pay';

/**
 * Now and then a patient holds a bill far above what the estimate says of its provider, and disputes it. No dice: they
 * would change what else becomes of the case.
 */
export function mayDispute(story: Story, { fact: agreement, paper }: AgreementTold): void {
  if (story.caseNumber % 24 !== 4 || paper === null) return;
  const { contents } = JSON.parse(paper) as { contents: EstimateContents };
  const [estimated] = contents.providers;
  if (estimated === undefined) return;
  const over = 45_000 + 500 * (story.caseNumber % 50);
  story.create(
    disputeLifecycle,
    'dispute',
    'open',
    story.cast.owner,
    {
      to: 'open',
      fact: {},
      row: {
        agreement_id: agreement.id,
        estimate_version: agreement.estimateVersion,
        provider: estimated.name,
        estimated_cents: estimated.totalCents,
        billed_cents: estimated.totalCents + over,
        billed_on: story.today,
        opened_on: story.today,
        opened_by: 'patient',
        closed_on: null,
        outcome: null,
      },
      data: { provider: estimated.name, cents: over, day: story.today },
    },
    story.dice.fork(`dispute ${agreement.id}`),
  );
}
