import {
  DocumentKind,
  benefitCallLifecycle,
  caseLifecycle,
  diagnosisRefusals,
  documentLifecycle,
  evidenceKinds,
  nowhere,
  photoDetailLifecycle,
  refusal,
  sideFits,
} from '@stipple/domain';
import type { CaseRecord, Day, EvidenceKind } from '@stipple/domain';
import { byteaOf } from '../rows';
import type { Story, Told } from '../story';
import { benefitAnswer, callReference, representative } from '../words/benefit-words';

export type CaseTold = Told<CaseRecord, 'treatment_case'>;

/** Whoever opens a case owns it until it is handed over; a few come in without an owner. */
export type Opening = 'by owner' | 'by colleague' | 'unowned';

/** Opens the case. `nextTouchOn` is what was promised then. */
export function openCase(
  story: Story,
  plannedSessions: number,
  nextTouchOn: Day,
  opening: Opening,
): CaseTold {
  const { clinic, cast, patient, scar } = story;
  story.assertNone([
    ...diagnosisRefusals(scar.diagnoses),
    ...(sideFits(scar.site, scar.side) ? [] : [refusal('side_unfit', 'A limb is left, right or both.')]),
  ]);
  const id = story.newId();
  const known = {
    planType: patient.planType,
    procedureCode: '17999',
    plannedSessions,
    diagnoses: scar.diagnoses,
    bodySite: scar.site,
    side: scar.side,
  };
  const by = opening === 'by colleague' ? cast.colleague : cast.owner;
  const people = { physicianId: cast.physician.staffId, ownerId: opening === 'unowned' ? null : by.staffId };
  const fact = { id, state: 'open' as const, seq: 1, ...known, ...people, nextTouchOn };
  const row = story.rows.add('treatment_case', {
    clinic_id: clinic.id,
    id,
    state: 'open',
    seq: 1,
    case_number: story.caseNumber,
    patient_id: patient.id,
    coverage_id: patient.coverageId,
    payer_id: patient.payer.id,
    plan_type: patient.planType,
    cause: scar.cause,
    injured_on: scar.injuredOn,
    injury_context: scar.context,
    body_site: scar.site,
    side: scar.side,
    diagnoses: scar.diagnoses,
    procedure_code: '17999',
    planned_sessions: plannedSessions,
    physician_id: cast.physician.staffId,
    owner_id: people.ownerId,
    next_touch_on: nextTouchOn,
    stage: 'verifying',
    acts_next: 'coordinator',
    next_step: '',
    due_on: null,
    due_for: null,
    deadline_on: null,
    deadline_what: null,
    file_by_on: null,
    bookable_until: null,
    money_cents: null,
    opened_at: story.now,
    close_reason: null,
  });
  patient.sites.add(`${scar.site} ${scar.side}`);
  story.facts.case = fact;
  const data = { procedureCode: '17999', plannedSessions };
  story.append(caseLifecycle.subject, id, 1, nowhere, 'open', 'open', by, data);
  return { fact, row };
}

/** The call to member services. What it says about authorization decides how the case goes on. */
export function benefitCall(story: Story, authorizationRequired: 'yes' | 'no' | 'unknown'): void {
  const { dice, patient, cast } = story;
  const cosmeticExclusion = dice.weighted([
    ['yes', 55],
    ['no', 15],
    ['unknown', 30],
  ] as const);
  const calledAt = new Date(story.milliseconds - dice.within([6, 24]) * 60_000).toISOString();
  const referenceNumber = callReference(dice, patient.payer);
  const told = story.create(benefitCallLifecycle, 'benefit_call', 'record', cast.owner, {
    to: 'recorded',
    fact: {},
    row: {
      called_at: calledAt,
      number_dialled: patient.payer.phone,
      representative: representative(dice),
      reference_number: referenceNumber,
      codes_asked: ['17999'],
      authorization_required: authorizationRequired,
      policy_cited: dice.chance(0.6) ? patient.payer.policy : null,
      cosmetic_exclusion: cosmeticExclusion,
      answer: benefitAnswer(dice, patient.payer, authorizationRequired, cosmeticExclusion),
      disclaimer_heard: dice.chance(0.94),
      recorded_at: story.now,
    },
    data: { referenceNumber, authorizationRequired },
  });
  story.facts.benefitCalls.push({ id: told.fact.id, calledAt, referenceNumber, authorizationRequired });
}

/** Adds a document; `file` names one of the demo clinic's files. Returns its id. */
export function attach(
  story: Story,
  kind: DocumentKind,
  title: string,
  file: string = kind,
  datedOn: Day = story.today,
): string {
  const found = story.clinic.files.get(file);
  if (found === undefined) throw new Error(`the demo clinic has no file “${file}”`);
  const by = story.dice.chance(0.15) && kind !== 'payer_notice' ? story.cast.physician : story.cast.owner;
  const told = story.create(documentLifecycle, 'case_document', 'record', by, {
    to: 'recorded',
    fact: {},
    row: { kind, title, file_sha256: byteaOf(found.sha256), dated_on: datedOn, recorded_at: story.now },
    data: { kind, title },
  });
  story.facts.documents.push({ id: told.fact.id, kind });
  story.papers.push({ id: told.fact.id, kind, title, datedOn });
  if (isEvidence(kind)) story.evidence.held.push({ id: told.fact.id, kind });
  return told.fact.id;
}

/** Documents that a policy counts have the names of its evidence. */
const isEvidence = (kind: DocumentKind): kind is DocumentKind & EvidenceKind =>
  (evidenceKinds as readonly string[]).includes(kind);

const drawing: Readonly<Record<string, string>> = {
  hand: 'hand',
  fingers: 'hand',
  wrist: 'hand',
  forearm: 'arm',
  elbow: 'arm',
  shoulder: 'trunk',
  neck: 'head',
  face: 'head',
  chest: 'trunk',
  abdomen: 'trunk',
  thigh: 'leg',
  knee: 'leg',
  lower_leg: 'leg',
  ankle: 'leg',
};

/** Adds a photograph with a scale in it, which the patient allowed to be sent to the payer. */
export function attachPhoto(story: Story, title: string, when: 'before' | 'later' = 'before'): void {
  const name = `photo ${drawing[story.scar.site] ?? 'trunk'}${when === 'later' ? ' later' : ''}`;
  const documentId = attach(story, 'photo', title, name);
  story.create(photoDetailLifecycle, 'photo_detail', 'record', story.cast.owner, {
    to: 'recorded',
    fact: {},
    row: {
      document_id: documentId,
      taken_on: story.today,
      view: 'front',
      shows_scale: true,
      consent_by: 'patient',
      consent_name: null,
      consent_on: story.today,
      consent_uses: ['record', 'payer'],
      corrects_id: null,
      correction_reason: null,
      recorded_at: story.now,
    },
    data: { documentId, takenOn: story.today, view: 'front' },
  });
  story.evidence.photos.push({ id: documentId, takenOn: story.today, consented: true, hasScale: true });
}
