import { checkPdf, pdfText } from '@stipple/testing';
import { Stage, openStage } from './harness';
import { payingCase, payment, refundOf, treated } from './ledger-story';
import { Team, letterText, screeningProposal, signInTeam } from './story';

let stage: Stage;
let team: Team;
beforeAll(async () => {
  stage = await openStage();
  team = await signInTeam(stage);
});
afterAll(() => stage.close());

async function receipt(path: string, asked = ''): Promise<Buffer> {
  const response = await fetch(`${stage.url}${path}/receipt${asked}`, {
    headers: { cookie: team.coordinator.cookie },
  });
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/pdf']);
  return Buffer.from(await response.arrayBuffer());
}

it('itemizes who treated whom, when, what and for how much; names no diagnosis, and is no tax advice', async () => {
  const { caseId, path } = await payingCase(team, { bodySite: 'hand' });
  await team.coordinator.make(`${path}/payments`, payment(team, { cents: 60_000 }));
  await treated(team, caseId);
  await team.coordinator.make(`${path}/refunds`, refundOf(team, { cents: 10_000, reference: 'BACK-1' }));
  const file = await receipt(path);
  expect(await checkPdf(file)).toBe(0);
  const text = pdfText(file);
  for (const said of [
    'Alpha',
    'born',
    'Provider',
    '12-3456789',
    '1 Harbor Street, Boston, MA 02110',
    '17999',
    'Microneedling session',
    '1 × $500.00',
    'Payment, card',
    'SLIP-1',
    '$600.00',
    '-$100.00',
    'Still to be paid $0.00',
    'This receipt is no tax advice.',
  ])
    expect(text).toContain(said);
  const [{ code: diagnosis = '' } = {}] = (await team.coordinator.case(caseId)).diagnoses;
  expect(text).not.toContain(diagnosis);
  expect(text).not.toMatch(/eligib/i);

  const asked = pdfText(await receipt(path, '?diagnoses=yes'));
  expect(asked).toContain(diagnosis);
  expect(asked).not.toMatch(/eligib/i);
}, 20_000);

it('appends the signed letter for a health account where the case is medical, and says so where it has none', async () => {
  const medical = await payingCase(team, { bodySite: 'knee' });
  const without = pdfText(await receipt(medical.path, '?letter=yes'));
  expect(without).toContain('No letter of medical necessity goes with it');
  expect(without).not.toMatch(/eligib/i);

  const { coordinator, physician, clinic } = team;
  const sign = (version: number) => ({ version, password: clinic.physician.password });
  const cases = `/api/cases/${medical.caseId}`;
  const screeningId = await coordinator.make(`${cases}/screenings`, screeningProposal);
  await physician.move(`/api/screenings/${screeningId}/signatures`, sign(1));
  const letterId = await coordinator.make(`${cases}/letters`, letterText);
  await coordinator.move(`/api/letters/${letterId}/signature-requests`, { version: 1 });
  await physician.move(`/api/letters/${letterId}/signatures`, sign(2));
  const file = await receipt(medical.path, '?letter=yes');
  expect(await checkPdf(file)).toBe(0);
  const text = pdfText(file);
  for (const said of [
    'Letter of medical necessity',
    letterText.body,
    'Signed electronically by Dr. Pat Physician',
  ])
    expect(text).toContain(said);
  expect(text).not.toMatch(/eligib/i);
  expect(pdfText(await receipt(medical.path))).not.toContain(letterText.body);
}, 20_000);

it('is the same file as long as nothing was posted, and says so when nothing was paid yet', async () => {
  const { path } = await payingCase(team, { bodySite: 'wrist' });
  const [one, other] = [await receipt(path), await receipt(path)];
  expect(one.equals(other)).toBe(true);
  expect(pdfText(one)).toContain('Nothing has been paid yet.');
});

it('is entered in the audit trail, with its case and what the patient asked to have on it', async () => {
  const { caseId, path } = await payingCase(team, { bodySite: 'elbow' });
  await receipt(path);
  await receipt(path, '?diagnoses=yes&letter=yes');
  const { body } = await team.manager.get<{ action: string }[]>(`/api/audit?caseId=${caseId}`);
  expect(body.map(({ action }) => action)).toContain('ledger.receipt');
  const { rows } = await stage.db.owner.query(
    `SELECT detail FROM stipple.audit_entry WHERE case_id = $1 AND action = 'ledger.receipt' ORDER BY seq`,
    [caseId],
  );
  expect(rows).toEqual([
    { detail: { diagnoses: 'no', letter: 'no' } },
    { detail: { diagnoses: 'yes', letter: 'yes' } },
  ]);
});
