import { setTimeout as pause } from 'node:timers/promises';
import { Browser, type Stage } from './harness';
import { sentEarlier } from './sent-story';
import { type Team, caseWithPayer, today } from './story';

/** A file as its reader gets it. */
export async function download(browser: Browser, stage: Stage, path: string): Promise<Buffer> {
  const response = await fetch(`${stage.url}${path}`, { headers: { cookie: browser.cookie } });
  if (response.status !== 200) throw new Error(`${response.status} ${await response.text()}`);
  return Buffer.from(await response.arrayBuffer());
}

/** A case with a denial of today, sent so many days before. */
export async function deniedCase(
  stage: Stage,
  team: Team,
  { bodySite, code, days }: { bodySite: string; code?: string; days: number },
): Promise<void> {
  const { requestId } = await caseWithPayer(team, { bodySite });
  await sentEarlier(stage.db.owner, requestId, days);
  const day = today(team.clinic.timeZone);
  const denial = { version: 4, words: 'No.', code, kind: 'clinical', decisionOn: day, noticeReceivedOn: day };
  await team.coordinator.move(`/api/auth-requests/${requestId}/denials`, denial);
}

/** The whole report, each Monday to its manager. */
export const weekly = ({ clinic }: Team) => ({
  name: 'Denials for the Monday meeting',
  query: 'mode=event',
  format: 'xlsx',
  every: 'week',
  on: 1,
  recipients: [clinic.manager.id],
});

/** Waits until the exports’ connections are as many as this, each waiting for what is named. */
export async function exportsAre({ db }: Stage, state: readonly string[]): Promise<void> {
  const end = Date.now() + 10_000;
  for (;;) {
    const { rows } = await db.owner.query<{ waits: string | null }>(
      `SELECT wait_event_type AS waits FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'stipple-export'`,
    );
    const found = JSON.stringify(rows.map(({ waits }) => waits));
    if (found === JSON.stringify(state)) return;
    if (Date.now() > end) throw new Error(`exports are ${found}`);
    await pause(20);
  }
}
