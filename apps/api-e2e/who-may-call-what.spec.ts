import { randomUUID } from 'node:crypto';
import type { Role } from '@stipple/domain';
import { Browser, Stage, openStage } from './harness';
import { makeStaff } from './staff-story';

/*
 * Every endpoint and who may call it: C coordinator, P physician, M manager, A administrator; “signed in” for whoever
 * is, “anyone” also for strangers. A new endpoint needs its line here first, and its row in bodies.ts.
 */
const expected: Readonly<Record<string, string>> = {
  'GET /health/live': 'anyone',
  'GET /health/ready': 'anyone',
  'POST /api/sign-in': 'anyone',
  'POST /api/sign-out': 'signed in',
  'POST /api/lock': 'signed in',
  'POST /api/unlock': 'signed in',
  'GET /api/me': 'signed in',
  'GET /api/preferences': 'signed in',
  'POST /api/preferences': 'signed in',
  'GET /api/events': 'CPM',
  'POST /api/cases/:id/presences': 'CPM',
  'POST /api/presence-ends': 'signed in',
  'GET /api/people': 'A',
  'POST /api/people': 'A',
  'POST /api/people/:id/access': 'A',
  'POST /api/people/:id/roles': 'A',
  'POST /api/people/:id/passwords': 'A',
  'GET /api/audit': 'MA',
  'GET /api/audit/verification': 'MA',
  'GET /api/directory': 'CPMA',
  'GET /api/payers': 'CPMA',
  'POST /api/payers': 'CA',
  'GET /api/payers/policy-schema': 'CPMA',
  'GET /api/payers/:id': 'CPMA',
  'POST /api/payers/:id/profiles': 'CA',
  'POST /api/payers/:id/policy-versions': 'CA',
  'POST /api/payers/:id/policy-checks': 'CMA',
  'GET /api/policy-versions/:id': 'CPMA',
  'GET /api/policy-versions/:id/export': 'CPMA',
  'GET /api/policy-versions/:id/comparison': 'CPMA',
  'POST /api/policy-versions/:id/revisions': 'CA',
  'POST /api/policy-versions/:id/discards': 'CA',
  'POST /api/policy-versions/:id/publications': 'MA',
  'POST /api/policy-versions/:id/withdrawals': 'MA',
  'POST /api/policy-versions/:id/dry-runs': 'CMA',
  'GET /api/policy-dry-runs/:id': 'CMA',
  'GET /api/policy-dry-runs/:id/changes': 'CMA',
  'GET /api/cases/:id/authorization-required': 'CPM',
  'GET /api/providers': 'CA',
  'POST /api/providers': 'CA',
  'POST /api/providers/:id/practice': 'CA',
  'GET /api/rooms': 'CA',
  'POST /api/rooms': 'CA',
  'POST /api/rooms/:id/changes': 'CA',
  'GET /api/roster-imports': 'CA',
  'POST /api/roster-imports': 'CA',
  'GET /api/roster-imports/:id': 'CA',
  'GET /api/roster-imports/:id/standing': 'CA',
  'GET /api/roster-imports/:id/problems': 'CA',
  'GET /api/roster-imports/:id/problems/export': 'CA',
  'POST /api/roster-imports/:id/mappings': 'CA',
  'POST /api/roster-imports/:id/dry-runs': 'CA',
  'POST /api/roster-imports/:id/runs': 'CA',
  'POST /api/roster-imports/:id/discards': 'CA',
  'GET /api/start': 'CA',
  'GET /api/codes/diagnoses': 'CPMA',
  'GET /api/codes/procedures': 'CPMA',
  'GET /api/codes/lists': 'CA',
  'GET /api/patients': 'CP',
  'GET /api/patients/:id': 'CP',
  'GET /api/search': 'CPM',
  'GET /api/waiting': 'CPM',
  'GET /api/notices': 'CPM',
  'POST /api/notices/mark-ends': 'CPM',
  'POST /api/notices/marks': 'CPM',
  'POST /api/notices/readings': 'CPM',
  'GET /api/drafts': 'CPMA',
  'POST /api/drafts': 'CPMA',
  'POST /api/drafts/:id/discards': 'CPMA',
  'GET /api/cases': 'CPM',
  'GET /api/cases/:id/neighbours': 'CPM',
  'GET /api/queue/counts': 'CPM',
  'GET /api/queue/rows': 'CPM',
  'POST /api/queue/leases': 'CPM',
  'POST /api/queue/bulk-moves': 'CPM',
  'GET /api/cases/export': 'CPM',
  'GET /api/saved-views': 'CPM',
  'POST /api/saved-views': 'CPM',
  'POST /api/saved-views/:id/changes': 'CPM',
  'POST /api/saved-views/:id/removals': 'CPM',
  'POST /api/cases/:id/lease-renewals': 'CPM',
  'POST /api/cases/:id/lease-releases': 'CPM',
  'POST /api/cases': 'C',
  'GET /api/cases/:id': 'CPM',
  'POST /api/cases/:id/touches': 'CPM',
  'POST /api/cases/:id/clock-overrides': 'M',
  'POST /api/cases/:id/extension-notices': 'C',
  'POST /api/cases/:id/assignments': 'CM',
  'POST /api/cases/:id/corrections': 'C',
  'POST /api/cases/:id/closures': 'CM',
  'POST /api/cases/:id/reopenings': 'CM',
  'POST /api/cases/:id/benefit-calls': 'C',
  'POST /api/cases/:id/documents': 'CP',
  'GET /api/cases/:id/evidence': 'CP',
  'POST /api/cases/:id/evidence/motions': 'CP',
  'POST /api/cases/:id/evidence/scales': 'CP',
  'POST /api/cases/:id/evidence/areas': 'CP',
  'POST /api/cases/:id/evidence/functions': 'CP',
  'POST /api/cases/:id/evidence/treatments': 'CP',
  'POST /api/cases/:id/evidence/no-treatments': 'CP',
  'POST /api/cases/:id/evidence/devices': 'CP',
  'POST /api/cases/:id/evidence/mental-health-notes': 'CP',
  'POST /api/cases/:id/evidence/statements': 'P',
  'POST /api/cases/:id/evidence/withdrawals': 'CP',
  'GET /api/cases/:id/photos': 'CP',
  'POST /api/cases/:id/photos': 'CP',
  'POST /api/photos/:id/details': 'CP',
  'GET /api/photos/:id/picture': 'CP',
  'GET /api/patient-photos/:id/picture': 'CP',
  'POST /api/patient-photos/:id/acceptances': 'CP',
  'POST /api/patient-photos/:id/set-asides': 'CP',
  'POST /api/cases/:id/billing-notes': 'CM',
  'POST /api/cases/:id/clinical-notes': 'P',
  'GET /api/documents/:id': 'CPM',
  'GET /api/cases/:id/screening': 'CP',
  'POST /api/cases/:id/screenings': 'CP',
  'POST /api/screenings/:id/signatures': 'P',
  'POST /api/cases/:id/letters': 'CP',
  'POST /api/letters/:id/revisions': 'CP',
  'POST /api/letters/:id/signature-requests': 'CP',
  'POST /api/letters/:id/signatures': 'P',
  'POST /api/letters/:id/change-requests': 'P',
  'GET /api/letters/:id/versions': 'CPM',
  'GET /api/letters/:id': 'CP',
  'GET /api/letters/:id/docx': 'CP',
  'GET /api/cases/:id/packet': 'CP',
  'GET /api/auth-requests/:id/packet': 'CP',
  'GET /api/auth-requests/:id/packet/manifest': 'CP',
  'GET /api/cases/:id/letter-desk': 'CP',
  'GET /api/cases/:id/letter-start': 'CP',
  'POST /api/letters/:id/discards': 'CP',
  'GET /api/cases/:id/worksheets': 'CPM',
  'POST /api/cases/:id/worksheets': 'CP',
  'POST /api/worksheets/:id/revisions': 'CP',
  'POST /api/cases/:id/auth-requests': 'C',
  'POST /api/auth-requests/:id/revisions': 'C',
  'POST /api/auth-requests/:id/completions': 'C',
  'POST /api/auth-requests/:id/returns': 'C',
  'POST /api/auth-requests/:id/submissions': 'C',
  'POST /api/auth-requests/:id/receipts': 'C',
  'POST /api/auth-requests/:id/rejections': 'C',
  'POST /api/auth-requests/:id/withdrawals': 'C',
  'POST /api/auth-requests/:id/pends': 'C',
  'POST /api/auth-requests/:id/information-requests': 'C',
  'POST /api/auth-requests/:id/information-answers': 'C',
  'POST /api/auth-requests/:id/call-referrals': 'C',
  'POST /api/auth-requests/:id/no-action-answers': 'C',
  'POST /api/auth-requests/:id/phone-approvals': 'C',
  'POST /api/auth-requests/:id/cancellations': 'C',
  'POST /api/auth-requests/:id/approvals': 'C',
  'POST /api/auth-requests/:id/partial-approvals': 'C',
  'POST /api/auth-requests/:id/modified-approvals': 'C',
  'POST /api/auth-requests/:id/denials': 'C',
  'POST /api/cases/:id/not-required': 'C',
  'GET /api/cases/:id/next-routes': 'CPM',
  'POST /api/cases/:id/challenges': 'CP',
  'GET /api/challenges/:id/outline': 'CP',
  'GET /api/challenges/:id/brief': 'CP',
  'GET /api/challenges/:id/packet': 'CP',
  'POST /api/auth-requests/:id/withheld-reasons': 'C',
  'POST /api/auth-requests/:id/findings': 'CP',
  'POST /api/challenges/:id/grounds/plan-clauses': 'CP',
  'POST /api/challenges/:id/grounds/corrections': 'CP',
  'POST /api/challenges/:id/grounds/network-gaps': 'CP',
  'POST /api/challenges/:id/grounds/answers': 'CP',
  'POST /api/challenges/:id/grounds/payers-words': 'CP',
  'POST /api/challenges/:id/grounds/takings-back': 'CP',
  'POST /api/challenges/:id/wordings': 'CP',
  'POST /api/challenges/:id/signatures': 'P',
  'POST /api/challenges/:id/excuses': 'M',
  'POST /api/challenges/:id/sendings': 'CP',
  'POST /api/challenges/:id/receipts': 'C',
  'POST /api/challenges/:id/overturns': 'C',
  'POST /api/challenges/:id/partial-overturns': 'C',
  'POST /api/challenges/:id/upholdings': 'C',
  'POST /api/challenges/:id/dismissals': 'C',
  'POST /api/challenges/:id/withdrawals': 'CP',
  'POST /api/authorizations/:id/acknowledgements': 'CP',
  'POST /api/authorizations/:id/confirmations': 'PM',
  'POST /api/authorizations/:id/amendments': 'C',
  'POST /api/authorizations/:id/revocations': 'C',
  'POST /api/cases/:id/self-pay-agreements': 'C',
  'POST /api/self-pay-agreements/:id/revisions': 'C',
  'POST /api/self-pay-agreements/:id/estimates': 'C',
  'GET /api/self-pay-agreements/:id/estimate': 'CPM',
  'GET /api/prices': 'CM',
  'POST /api/prices': 'M',
  'POST /api/billing-identity': 'M',
  'POST /api/self-pay-agreements/:id/signatures': 'C',
  'POST /api/self-pay-agreements/:id/withdrawals': 'C',
  'POST /api/self-pay-agreements/:id/patient-links': 'C',
  'POST /api/self-pay-agreements/:id/patient-link-ends': 'C',
  // Open to anyone, and empty for whoever did not come by a link and know the date of birth.
  'POST /api/your-estimate/openings': 'anyone',
  'GET /api/your-estimate': 'anyone',
  'GET /api/your-estimate/calendar': 'anyone',
  'POST /api/your-estimate/signatures': 'anyone',
  'GET /api/your-estimate/card-payments': 'anyone',
  'POST /api/your-estimate/card-payments': 'anyone',
  'POST /api/cases/:id/patient-links': 'C',
  'POST /api/cases/:id/patient-link-ends': 'C',
  'POST /api/your-case/openings': 'anyone',
  'GET /api/your-case': 'anyone',
  'POST /api/your-case/photos': 'anyone',
  'GET /api/your-case/papers': 'anyone',
  'GET /api/self-pay-agreements/:id/balance': 'CPM',
  'GET /api/self-pay-agreements/:id/ledger': 'CM',
  'GET /api/self-pay-agreements/:id/receipt': 'CM',
  'POST /api/self-pay-agreements/:id/payments': 'CM',
  'POST /api/self-pay-agreements/:id/refunds': 'CM',
  'POST /api/self-pay-agreements/:id/adjustments': 'M',
  'POST /api/self-pay-agreements/:id/reversals': 'CM',
  'POST /api/self-pay-agreements/:id/charges': 'C',
  'POST /api/self-pay-agreements/:id/payment-plans': 'CM',
  'GET /api/self-pay-agreements/:id/card-transactions': 'CM',
  'POST /api/self-pay-agreements/:id/card-payments': 'CM',
  'POST /api/card-transactions/:id/page-closures': 'CM',
  'POST /api/card-transactions/:id/refunds': 'CM',
  'POST /api/card-transactions/:id/settlements': 'CM',
  // Open to anyone, and heeds only what the card provider has signed.
  'POST /api/card-notices': 'anyone',
  'POST /api/self-pay-agreements/:id/disputes': 'C',
  'POST /api/disputes/:id/closures': 'C',
  'GET /api/schedule': 'CPM',
  'GET /api/schedule/cleared': 'C',
  'GET /api/schedule/calendar.ics': 'CPM',
  'GET /api/schedule/day-sheet': 'CPM',
  'GET /api/schedule/at-risk': 'CPM',
  'GET /api/schedule/at-risk/export': 'CPM',
  'POST /api/cases/:id/sessions': 'C',
  'POST /api/sessions/:id/reschedulings': 'C',
  'POST /api/sessions/:id/cancellations': 'C',
  'POST /api/sessions/:id/check-ins': 'CP',
  'POST /api/sessions/:id/performances': 'P',
  'POST /api/sessions/:id/no-shows': 'C',
  'POST /api/sessions/:id/restorations': 'C',
  'POST /api/tasks/:id/completions': 'CPM',
  'GET /api/submissions': 'CM',
  'GET /api/submissions/export': 'CM',
  'GET /api/reports/clock-breaches': 'CM',
  'GET /api/reports/clock-breaches/export': 'CM',
  'GET /api/reports/metrics': 'CM',
  'GET /api/reports/metrics/:metric/cases': 'CM',
  'GET /api/reports/metrics/:metric/export': 'CM',
  'GET /api/reports/metrics/export': 'CM',
  'GET /api/reports/metrics/time-and-money/export': 'CM',
  'GET /api/reports/standing/aging': 'CM',
  'GET /api/reports/standing/authorizations': 'CM',
  // A coordinator’s answer holds their own row, and what nobody owns.
  'GET /api/reports/standing/workload': 'CM',
  'GET /api/reports/standing/rows': 'CM',
  'GET /api/reports/standing/export': 'CM',
  'GET /api/scheduled-reports': 'CM',
  'POST /api/scheduled-reports': 'M',
  'POST /api/scheduled-reports/:id/changes': 'M',
  'POST /api/scheduled-reports/:id/pauses': 'M',
  'POST /api/scheduled-reports/:id/resumptions': 'M',
  'POST /api/scheduled-reports/:id/removals': 'M',
  'GET /api/report-runs/:id': 'CM',
  'GET /api/report-runs/:id/file': 'CM',
  'GET /api/reports/metrics/:metric/groups': 'CM',
  'GET /api/reports/metrics/completeness': 'CM',
  'GET /api/reports/metrics/definitions': 'CM',
};

const letters: Readonly<Record<string, Role>> = {
  C: 'coordinator',
  P: 'physician',
  M: 'manager',
  A: 'administrator',
};
const everyRole = Object.values(letters);
const rolesOf = (who: string): readonly string[] =>
  who === 'anyone'
    ? [...everyRole, 'nobody', 'stranger']
    : who === 'signed in'
      ? [...everyRole, 'nobody']
      : [...who].map((letter) => letters[letter] ?? letter);

let stage: Stage;
const browsers = new Map<string, Browser>();
beforeAll(async () => {
  stage = await openStage();
  for (const role of everyRole) browsers.set(role, await makeStaff(stage, role));
  // Somebody whose last role has ended.
  const nobody = await makeStaff(stage, 'manager');
  await stage.db.owner.query(
    `UPDATE stipple.staff_role r SET ended_at = now() FROM stipple.staff s
      WHERE s.id = r.staff_id AND s.name = 'Another manager' AND s.created_at = (SELECT max(created_at) FROM stipple.staff)`,
  );
  browsers.set('nobody', nobody);
  browsers.set('stranger', Browser.stranger(stage.url));
});
afterAll(() => stage.close());

/** What somebody is told who calls an endpoint with an id that is not there and nothing in the body. */
async function statusFor(who: string, route: string): Promise<number> {
  const [method = '', path = ''] = route.split(' ');
  const browser = browsers.get(who);
  const end = new AbortController();
  const response = await fetch(`${stage.url}${path.replace(':id', randomUUID())}`, {
    method,
    signal: end.signal,
    headers: {
      cookie: browser?.cookie ?? '',
      'idempotency-key': randomUUID(),
      'content-type': 'application/json',
    },
    ...(method === 'POST' ? { body: '{}' } : {}),
  });
  // The stream of events would go on; nobody needs more than its beginning.
  end.abort();
  return response.status;
}

it('knows every endpoint that is served, and no other', () =>
  expect([...new Set(stage.routes)].sort()).toEqual(Object.keys(expected).sort()));

it('serves nothing but reading and making: no state is ever put, patched or deleted', () => {
  for (const route of stage.routes) expect(route).toMatch(/^(GET|POST) /);
});

const ends = ['POST /api/sign-out', 'POST /api/lock', 'POST /api/unlock', 'POST /api/sign-in'];

it.each(Object.entries(expected).filter(([route]) => !ends.includes(route)))('%s: %s', async (route, who) => {
  const open = new Set(rolesOf(who));
  for (const person of [...browsers.keys()]) {
    const status = await statusFor(person, route);
    const kept = person === 'stranger' ? 401 : 403;
    if (open.has(person))
      expect([person, [401, 403, 423, 429].includes(status) || status >= 500, status]).toEqual([
        person,
        false,
        status,
      ]);
    else expect([person, status]).toEqual([person, kept]);
  }
});

it.each(['POST /api/sign-out', 'POST /api/lock', 'POST /api/unlock'])(
  '%s is for whoever is signed in',
  async (route) => {
    expect(await statusFor('stranger', route)).toBe(401);
    for (const role of everyRole) {
      browsers.set('leaving', await makeStaff(stage, role));
      expect([role, await statusFor('leaving', route)]).toEqual([role, route.endsWith('unlock') ? 400 : 204]);
    }
  },
);

it('answers an address that is not served with 404 in the usual form, to everyone', async () => {
  for (const path of ['/api/nothing', '/api/cases/x/y/z', '/nothing']) {
    const answer = await Browser.stranger(stage.url).get(path);
    expect([answer.status, answer.problem.code]).toEqual([404, 'not_found']);
  }
});
