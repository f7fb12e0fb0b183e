import { totalOf } from '../money';
import { aClinic, aPrice, completeEstimate, estimateFacts } from '../testing/an-estimate';
import { EstimateFacts, estimateContents } from './estimate-contents';
import { estimateDocument } from './estimate-document';
import { estimateLanguages } from './language';
import { estimateTexts } from './estimate-texts';

const missing = (more: Partial<EstimateFacts>) => {
  const outcome = estimateContents(estimateFacts(more));
  return outcome.kind === 'complete' ? [] : outcome.refusals.map(({ code, field }) => [code, field]);
};

const text = (more: Partial<EstimateFacts> = {}) => JSON.stringify(estimateDocument(completeEstimate(more)));

it.each<[string, Partial<EstimateFacts>, string, string]>([
  ['the clinic’s tax number and address', { clinic: null }, 'clinic_identity_missing', 'clinic.tin'],
  ['who treats', { clinician: null }, 'clinician_missing', 'clinician'],
  ['their NPI', { clinician: { name: 'Dr. New', npi: null } }, 'npi_missing', 'clinician.npi'],
  ['the diagnosis', { diagnoses: [] }, 'diagnosis_missing', 'diagnoses'],
  ['how often', { weeksApart: null }, 'frequency_missing', 'weeksApart'],
  ['a day on which it still holds', { validUntil: '2026-11-22' }, 'in_the_past', 'validUntil'],
  ['an end within 12 months (C31)', { validUntil: '2027-11-24' }, 'estimate_too_long', 'validUntil'],
  ['a treatment within its time', { serviceOn: '2027-05-24' }, 'service_after_estimate', 'validUntil'],
])('is refused without %s, by the name of the field', (_, more, code, field) => {
  expect(missing(more)).toEqual([[code, field]]);
});

it('names everything that is missing at once', () =>
  expect(missing({ clinic: null, clinician: null, diagnoses: [] })).toHaveLength(3));

it('may end on the very day after 12 months, and needs no frequency for one session', () => {
  expect(missing({ validUntil: '2027-11-23' })).toEqual([]);
  expect(missing({ sessions: 1, weeksApart: null })).toEqual([]);
});

it.each(estimateLanguages)('in %s it says every item of 45 CFR 149.610(c)(1)', (language) => {
  const facts = { language, serviceOn: '2026-12-08' };
  const said = text(facts);
  const texts = estimateTexts[language];
  for (const item of [
    'Alpha Testpatient', // (i) the patient
    '1980',
    texts.service, // (ii) the primary service and its day
    language === 'en' ? 'December 8, 2026' : '8 de diciembre de 2026',
    '17999', // (iii), (iv) items with their codes and charges
    '0232T',
    '$500.00',
    '$1,500.00',
    '$1,700.00',
    'L90.5, T23.301S',
    'Scar Clinic', // (v) provider, NPI, TIN, place
    '1234567893',
    '12-3456789',
    'Boston, MA 02110',
    texts.separateNone, // (vi), (vii)
    ...texts.moreMayCome, // (viii) to (xi)
    ...texts.onlyAnEstimate,
    ...texts.dispute,
    ...texts.noContract,
  ])
    expect(said).toContain(item);
});

it('says how often, for how long and what all of it costs', () =>
  expect(text()).toContain('This estimate is for 3 sessions. You come about once every 4 weeks.'));

it('lists what has to be booked apart, and that it gets an estimate of its own', () => {
  const said = text({ separateItems: ['Blood test at the lab'] });
  expect(said).toContain('Blood test at the lab');
  expect(said).toContain(estimateTexts.en.separateLead);
  expect(said).not.toContain(estimateTexts.en.separateNone);
});

it('says that no day is set where none is', () =>
  expect(text()).toContain(estimateTexts.en.labels.notScheduled));

it('calls each line by its words of the price list in the patient’s language, whatever its price', () => {
  const { providers } = completeEstimate({ language: 'es' });
  expect(providers[0]?.lines.map(({ words, serviceCode }) => [words, serviceCode])).toEqual([
    ['Sesión de microagujas', '17999'],
    ['Plasma rico en plaquetas', '0232T'],
  ]);
});

it('goes out in Spanish only when each line has Spanish words', () => {
  const lines = [{ description: 'Aftercare kit', quantity: 1, unitCents: 2_500 }];
  expect(missing({ language: 'es', lines })).toEqual([['line_not_translated', 'lines']]);
  expect(missing({ language: 'en', lines })).toEqual([]);
  const words = { en: 'Aftercare kit', es: 'Equipo de cuidado' };
  expect(missing({ language: 'es', lines, prices: [aPrice({ code: 'kit', words })] })).toEqual([]);
});

it('sums to the cent, whatever the lines are: charges, provider and total', () => {
  for (let n = 1; n < 200; n++) {
    const lines = Array.from({ length: 1 + (n % 20) }, (_, at) => ({
      description: `Line ${at}`,
      quantity: 1 + ((n * (at + 7)) % 100),
      unitCents: (n * 7919 + at * 104_729) % 100_000_001,
    }));
    const { providers, totalCents } = completeEstimate({ lines });
    const charges = providers.flatMap((one) => one.lines.map(({ chargeCents }) => chargeCents));
    expect(charges.reduce((sum, one) => sum + one, 0)).toBe(totalCents);
    expect(providers.reduce((sum, one) => sum + one.totalCents, 0)).toBe(totalCents);
    expect(totalCents).toBe(totalOf(lines));
    expect(Number.isSafeInteger(totalCents)).toBe(true);
  }
});

it('names the clinic’s own NPI only where it has one', () => {
  expect(text({ clinic: aClinic({ npi: '1992999999' }) })).toContain('Scar Clinic, NPI 1992999999');
  expect(text({ clinic: aClinic({ phone: null }) })).not.toContain(estimateTexts.en.labels.phone);
});
