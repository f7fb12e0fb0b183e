import { Checked, checklistOf } from './checklist';

const nothing: Checked = {
  benefitCalls: [],
  documents: [],
  screenings: [],
  letters: [],
  worksheets: [],
  requests: [],
  authorizations: [],
  challenges: [],
  agreements: [],
};
const states = (more: Partial<Checked>) =>
  Object.fromEntries(checklistOf({ ...nothing, ...more }).map(({ name, state }) => [name, state]));

it('asks a new case for everything that the payer will ask for, and for nothing of self-pay', () => {
  expect(states({})).toEqual({
    benefit_call: 'missing',
    screening: 'missing',
    photo: 'missing',
    measurement: 'missing',
    prior_treatment: 'missing',
    letter: 'missing',
    payer_notice: 'not_applicable',
    signed_estimate: 'not_applicable',
  });
});

it('takes either measurement, and names the move that adds what is missing, and the kind', () => {
  const items = checklistOf({ ...nothing, documents: [{ kind: 'scar_scale' }] });
  expect(items.find(({ name }) => name === 'measurement')?.state).toBe('have');
  expect(items.find(({ name }) => name === 'photo')?.add).toEqual({
    subject: 'case_document',
    move: 'record',
    kind: 'photo',
  });
});

it('tells what waits for a signature from what is missing', () => {
  const seen = states({
    screenings: [{ state: 'proposed', outcome: 'likely_medical' }],
    letters: [{ state: 'ready' }],
  });
  expect(seen).toMatchObject({ screening: 'waiting', letter: 'waiting' });
});

it('counts a newer proposal before the outcome signed earlier', () => {
  const seen = states({
    screenings: [
      { state: 'proposed', outcome: 'uncertain' },
      { state: 'signed', outcome: 'likely_medical' },
    ],
  });
  expect(seen['screening']).toBe('waiting');
});

it('needs no letter and no evidence for the payer once screened as cosmetic', () => {
  const seen = states({ screenings: [{ state: 'signed', outcome: 'cosmetic' }] });
  expect(seen).toMatchObject({ photo: 'not_applicable', letter: 'not_applicable', screening: 'have' });
});

it('wants the notice once the payer has decided, and the waiver where the plan needs one', () => {
  const seen = states({
    requests: [{ state: 'denied' }],
    agreements: [{ state: 'estimate_issued', waiverNeeded: 'a waiver' }],
  });
  expect(seen).toMatchObject({ payer_notice: 'missing', signed_estimate: 'waiting', waiver: 'missing' });
});

it('needs no signature under a self-pay estimate that was withdrawn', () =>
  expect(states({ agreements: [{ state: 'void', waiverNeeded: 'a waiver' }] })).toMatchObject({
    signed_estimate: 'not_applicable',
  }));

it('wants the worksheet of an unlisted code and of no other, and says what half a one lacks', () => {
  const of = (worksheet: object | null, gaps: readonly { field: 'minutes' | 'feeCents' }[] = []) =>
    checklistOf({ ...nothing, worksheets: [{ procedureCode: '17999', worksheet, gaps }] }).find(
      ({ name }) => name === 'worksheet_17999',
    );
  expect(checklistOf(nothing).some(({ name }) => name.startsWith('worksheet'))).toBe(false);
  expect(of(null)).toMatchObject({ words: 'Worksheet for 17999', state: 'missing', why: null });
  expect(of({}, [{ field: 'minutes' }, { field: 'feeCents' }])).toMatchObject({
    state: 'missing',
    why: 'lacks time, fee',
    page: 'worksheet',
  });
  expect(of({})).toMatchObject({ state: 'have', why: null });
});

it('asks for the patient’s form only where the clinic appeals for them, and until it is attached', () => {
  const appeal = { state: 'drafted', appealsAs: 'representative', representativeFormId: null } as const;
  expect(states({ challenges: [{ ...appeal, appealsAs: 'own_right' }] })).not.toHaveProperty(
    'representative_form',
  );
  expect(states({ challenges: [{ ...appeal, state: 'withdrawn' }] })).not.toHaveProperty(
    'representative_form',
  );
  expect(states({ challenges: [appeal] })).toHaveProperty('representative_form', 'missing');
  const documents = [{ kind: 'representative_form' }] as const;
  expect(states({ challenges: [appeal], documents })).toHaveProperty('representative_form', 'waiting');
  const attached = { ...appeal, representativeFormId: 'form-1' };
  expect(states({ challenges: [attached], documents })).toHaveProperty('representative_form', 'have');
});
