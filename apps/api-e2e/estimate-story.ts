import { pdfText } from '@stipple/testing';
import type { Stage } from './harness';
import type { Team } from './story';

/** An estimate's paper, as its patient reads it; the current one where no version is named. */
export async function paperOf(
  { url }: Stage,
  { coordinator }: Team,
  agreementId: string,
  version?: number,
): Promise<{ readonly pdf: Buffer; readonly text: string }> {
  const query = version === undefined ? '' : `?version=${version}`;
  const response = await fetch(`${url}/api/self-pay-agreements/${agreementId}/estimate${query}`, {
    headers: { cookie: coordinator.cookie },
  });
  if (response.status !== 200) throw new Error(`no paper: ${response.status} ${await response.text()}`);
  const pdf = Buffer.from(await response.arrayBuffer());
  return { pdf, text: pdfText(pdf) };
}

export const prpPrice = (more: object = {}) => ({
  code: 'prp',
  version: 0,
  kind: 'add_on',
  wordsEn: 'Platelet-rich plasma',
  wordsEs: 'Plasma rico en plaquetas',
  procedureCode: '0232T',
  unitCents: 20_000,
  validFrom: '2026-01-01',
  ...more,
});

export const identityOf = (version: number, more: object = {}) => ({
  version,
  name: 'Scar Clinic of Boston',
  tin: '98-7654321',
  street: '2 Harbor Street',
  city: 'Boston',
  state: 'MA',
  postalCode: '02110',
  ...more,
});
