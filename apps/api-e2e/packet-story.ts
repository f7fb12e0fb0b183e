import { PacketManifest, PacketView } from '@stipple/contracts';
import { Browser, mustBe } from './browser';
import { drawnPicture, photoFields, sendPhoto } from './photo-story';
import { evidenceOf } from './screening-story';
import {
  Team,
  benefitCall,
  fillWorksheet,
  letterText,
  openCase,
  requestFor,
  screeningProposal,
  today,
} from './story';

/** Walks a case with measured evidence and photographs to a request that is drafted. */
export async function caseToPack(
  team: Team,
  more: object = {},
): Promise<{ caseId: string; requestId: string; letterId: string }> {
  const { coordinator, physician, clinic } = team;
  const { password } = clinic.physician;
  const caseId = await openCase(team, more);
  await coordinator.make(`/api/cases/${caseId}/benefit-calls`, benefitCall());
  const day = today(clinic.timeZone);
  const record = (kind: string, body: object) =>
    physician.make(`/api/cases/${caseId}/evidence/${kind}`, {
      onDay: day,
      ratedBy: 'Pat Physician',
      ...body,
    });
  await evidenceOf(team, caseId).all();
  await record('motions', {
    joint: 'wrist',
    motion: 'extension',
    side: 'right',
    mode: 'active',
    degrees: 25,
  });
  await record('scales', { scale: 'vss', items: [2, 1, 3, 1] });
  const allowed = photoFields(day);
  const shown = await drawnPicture();
  mustBe(
    201,
    await sendPhoto(coordinator, caseId, { bytes: shown, fields: { ...allowed, title: 'Palm, open' } }),
  );
  const { consentUses: _, consentBy: __, consentOn: ___, ...silent } = allowed;
  const kept = await drawnPicture(900, 600, '#bbd');
  mustBe(
    201,
    await sendPhoto(coordinator, caseId, {
      bytes: kept,
      fields: { ...silent, title: 'Palm, kept', consentUses: '' },
    }),
  );
  await coordinator.attach(caseId, 'prior_treatment', 'Notes of the hand therapist');
  const screening = await coordinator.make(`/api/cases/${caseId}/screenings`, screeningProposal);
  await physician.move(`/api/screenings/${screening}/signatures`, { version: 1, password });
  const letterId = await coordinator.make(`/api/cases/${caseId}/letters`, letterText);
  await coordinator.move(`/api/letters/${letterId}/signature-requests`, { version: 1 });
  await physician.move(`/api/letters/${letterId}/signatures`, { version: 2, password });
  await fillWorksheet(team, caseId);
  const requestId = await coordinator.make(`/api/cases/${caseId}/auth-requests`, requestFor(team));
  return { caseId, requestId, letterId };
}

export async function packetOf(by: Browser, caseId: string): Promise<PacketView> {
  return PacketView.parse(mustBe(200, await by.get(`/api/cases/${caseId}/packet`)));
}

export async function manifestOf(by: Browser, requestId: string): Promise<PacketManifest> {
  return PacketManifest.parse(mustBe(200, await by.get(`/api/auth-requests/${requestId}/packet/manifest`)));
}

/** The bytes of a file that a signed-in browser is shown. */
export async function fileAt(url: string, { cookie }: Browser, path: string): Promise<Buffer> {
  const response = await fetch(`${url}${path}`, { headers: { cookie } });
  if (response.status !== 200) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return Buffer.from(await response.arrayBuffer());
}

export const submission = (version: number) => ({
  version,
  channel: 'portal',
  submittedAt: new Date().toISOString(),
  reference: 'PORTAL-77',
});
