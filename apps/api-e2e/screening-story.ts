import { ScreeningNow } from '@stipple/contracts';
import type { PolicyVersion } from '@stipple/domain';
import { Browser, mustBe } from './browser';
import type { Stage } from './harness';
import { Team, today } from './story';

/** The case against the policy in force; whatever it comes to, it has the promised form. */
export async function screening(by: Browser, caseId: string): Promise<ScreeningNow> {
  return ScreeningNow.parse(mustBe(200, await by.get(`/api/cases/${caseId}/screening`)));
}

export type Evidence = ReturnType<typeof evidenceOf>;

/** What people record about a scar, as the verbs of their day. Each returns the record's id. */
export function evidenceOf({ physician, clinic }: Team, caseId: string) {
  const make = (kind: string, body: object) =>
    physician.make(`/api/cases/${caseId}/evidence/${kind}`, {
      onDay: today(clinic.timeZone),
      ratedBy: 'Pat Physician',
      ...body,
    });
  const failedCare = () =>
    make('treatments', { onDay: '2024-01-01', toOn: '2024-12-01', treatment: 'silicone', result: 'failed' });
  const states = (fact: string, says: boolean) => make('statements', { fact, says, words: 'Seen today' });
  const limits = () => make('functions', { activities: ['gripping'], work: 'limited' });
  return {
    failedCare,
    states,
    function: limits,
    noCare: () => make('no-treatments', {}),
    /** All that the general policy asks for. */
    all: async () => {
      await failedCare();
      await states('functional_impairment', true);
      await limits();
      await states('measurable_gain_stated', true);
      await states('appearance_is_purpose', false);
    },
  };
}

/** Puts a policy of the stage's payer in force. */
export async function publishPolicy({ db, clinic }: Stage, policy: PolicyVersion): Promise<string> {
  const { rows } = await db.owner.query<{ id: string }>(
    `INSERT INTO stipple.policy_version (clinic_id, payer_id, state, document, applies_to, drafted_by, changed_by, published_by, published_at)
     VALUES ($1, $2, 'published', $3, coalesce($4::date, 'infinity'), $5, $5, $5, now()) RETURNING id`,
    [clinic.id, clinic.payerId, policy, policy.effectiveTo, clinic.manager.id],
  );
  return rows[0]?.id ?? '';
}
