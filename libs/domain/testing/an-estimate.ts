import type { BillingIdentity, EstimateContents, EstimateFacts } from '../estimate/estimate-contents';
import { estimateContents } from '../estimate/estimate-contents';
import type { PriceItem } from '../estimate/price-item';

export const aClinic = (more: Partial<BillingIdentity> = {}): BillingIdentity => ({
  name: 'Scar Clinic',
  tin: '123456789',
  npi: null,
  street: '1 Harbor Street',
  city: 'Boston',
  state: 'MA',
  postalCode: '02110',
  phone: '555-0100',
  ...more,
});

export const aPrice = (more: Partial<PriceItem> = {}): PriceItem => ({
  code: 'prp',
  kind: 'add_on',
  words: { en: 'Platelet-rich plasma', es: 'Plasma rico en plaquetas' },
  procedureCode: '0232T',
  unitCents: 20_000,
  sessions: 0,
  validFrom: '2026-01-01',
  ended: false,
  ...more,
});

/** Three sessions with plasma at the first: everything the law asks for is on record. */
export const estimateFacts = (more: Partial<EstimateFacts> = {}): EstimateFacts => ({
  language: 'en',
  delivery: 'paper',
  issuedOn: '2026-11-23',
  validUntil: '2027-05-23',
  patient: { name: 'Alpha Testpatient', birthDate: '1980-01-31' },
  bodySite: 'hand',
  side: 'right',
  diagnoses: ['L90.5', 'T23.301S'],
  procedureCode: '17999',
  sessions: 3,
  weeksApart: 4,
  serviceOn: null,
  lines: [
    { description: 'Microneedling session', quantity: 3, unitCents: 50_000 },
    { description: 'Platelet-rich plasma', quantity: 1, unitCents: 20_000 },
  ],
  separateItems: [],
  clinic: aClinic(),
  clinician: { name: 'Dr. Pat Physician', npi: '1234567893' },
  prices: [aPrice()],
  ...more,
});

export function completeEstimate(more: Partial<EstimateFacts> = {}): EstimateContents {
  const outcome = estimateContents(estimateFacts(more));
  if (outcome.kind === 'incomplete')
    throw new Error(`not complete: ${outcome.refusals.map(({ code }) => code).join(', ')}`);
  return outcome.contents;
}
