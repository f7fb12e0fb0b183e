import { evidenceKinds } from '../../necessity/evidence-kinds';
import { letterMaterial } from '../../testing/letter-material';
import type { AppealMaterial } from '../appeal-material';

const documents = [
  ...letterMaterial.documents,
  { id: 'notice-1', title: 'Notice of denial', datedOn: '2026-11-16' },
  { id: 'photos-1', title: 'Photographs of the right hand with a scale', datedOn: '2026-03-04' },
  { id: 'plan-1', title: 'Certificate of coverage', datedOn: '2026-01-01' },
  { id: 'fax-1', title: 'Fax confirmation', datedOn: '2026-10-30' },
  { id: 'approval-1', title: 'Notice of approval', datedOn: '2026-10-01' },
] as const;

/** A burn scar of the right hand whose file is complete: nothing is missing for an appeal of any class. */
export const fullMaterial: AppealMaterial = {
  ...letterMaterial,
  facts: {
    ...letterMaterial.facts,
    daily_life_limited: { value: true, evidence: ['statement-1'] },
    longest_failed_treatment_months: { value: 7, evidence: ['tried-1'] },
    measurable_gain_stated: { value: true, evidence: ['letter-1'] },
    device_cleared: { value: false, evidence: ['device-1'] },
  },
  documents,
  // Two of each kind, since policies ask for more than one photograph or measurement.
  held: evidenceKinds.flatMap((kind) => [
    { id: `${kind}-1`, kind },
    { id: `${kind}-2`, kind },
    { id: `${kind}-3`, kind },
  ]),
  requested: [{ procedureCode: '17999', units: 4 }],
  granted: null,
  answers: [
    {
      criterionId: 'listed_modality_failed',
      words: 'Compression is not tolerated over the grafted skin; silicone was tried instead and failed.',
      refs: ['measurement:tried-1', 'statement:judgement'],
    },
  ],
  enclosures: ['photos-1'],
  sent: { on: '2026-10-30', proofId: 'fax-1' },
  authorization: {
    number: 'AUTH-77',
    effectiveOn: '2026-10-01',
    expiresOn: '2027-03-31',
    proofId: 'approval-1',
  },
  plan: {
    exclusion: {
      words: 'Services to improve appearance are excluded.',
      page: '41',
      section: '5.2',
      documentId: 'plan-1',
      source: 'Certificate of coverage',
    },
    reconstructive: {
      words: 'Treatment that restores function after an accidental injury is covered.',
      page: '38',
      section: null,
      documentId: 'plan-1',
      source: 'Certificate of coverage',
    },
  },
  judgement: null,
  correction: { was: 'L90.5 alone', now: 'L90.5 with T23.301S', why: 'The injury was left out' },
  network: 'The nearest dermatologist of the network treats no burn scars.',
  coverage: { verifiedOn: '2026-11-21', reference: 'ELIG-5' },
};

/** The same case with nothing in the file but what intake knows. */
export const emptyMaterial: AppealMaterial = {
  ...fullMaterial,
  facts: {},
  measurements: [],
  documents: [],
  policy: null,
  held: [],
  requested: [],
  answers: [],
  enclosures: [],
  sent: null,
  authorization: null,
  plan: { exclusion: null, reconstructive: null },
  correction: null,
  network: null,
  coverage: null,
};
