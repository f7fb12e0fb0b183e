import type { Day } from '../../calendar';

/**
 * What a procedure code is to a microneedling case: `asked` may stand on its request, `history` is what was done or
 * could be done instead, `not_this` must not be used for microneedling.
 */
export type ProcedureUse = 'asked' | 'history' | 'not_this';

export const procedureUseWords: Record<ProcedureUse, string> = {
  asked: 'may be asked for',
  history: 'history or alternative',
  not_this: 'not for microneedling',
};

export interface ProcedureEntry {
  readonly code: string;
  /** Our own words: the official descriptions belong to their owners and are not shipped. */
  readonly words: string;
  readonly use: ProcedureUse;
  /** Codes a reviewer may compare an unlisted one with. */
  readonly comparators: readonly string[];
  readonly note: string | null;
  readonly opensOn: Day;
  readonly closesOn: Day | null;
}

/** CPT was there before any case of ours; what came or goes later says so. CPT changes each January, its T codes also in July. */
const always = '2000-01-01';

const entry = (code: string, words: string, more: Partial<ProcedureEntry> = {}): ProcedureEntry => ({
  code,
  words,
  use: 'history',
  comparators: [],
  note: null,
  opensOn: always,
  closesOn: null,
  ...more,
});

const several = (codes: string, words: string, more: Partial<ProcedureEntry> = {}) =>
  codes.split(' ').map((code) => entry(code, words, more));

const laser = { opensOn: '2018-01-01', closesOn: '2027-12-31' };
const notNeedles = 'Laser, not needles: name it as comparator, ask for it only where a laser is used.';

const asked: readonly ProcedureEntry[] = [
  entry('17999', 'Unlisted skin procedure: medical microneedling', {
    use: 'asked',
    comparators: ['0479T', '15781'],
    note: 'Unlisted: needs a line description, a comparator, time, skill, equipment and the basis of the fee.',
  }),
  entry('0479T', 'Fractional ablative laser on a functional scar, first area', {
    ...laser,
    use: 'asked',
    note: `${notNeedles} Once a day; the first 100 cm².`,
  }),
  entry('0480T', 'Fractional ablative laser on a functional scar, each added area', {
    ...laser,
    use: 'asked',
    note: `${notNeedles} Only together with 0479T.`,
  }),
  entry('96999', 'Unlisted special dermatologic procedure, where the payer asks for it', {
    use: 'asked',
    comparators: ['0479T'],
    note: 'Only where the payer’s written policy names it instead of 17999.',
  }),
];

const abrasion = 'Dermabrasion uses another instrument: compare with it, do not bill it for microneedling.';
const peel = 'A chemical peel is another treatment, and cosmetic in most policies.';
const plateletsNote =
  'Only for chronic wounds under Medicare; it does not fit platelets used with microneedling.';

const notThis: readonly ProcedureEntry[] = [
  entry('15780', 'Dermabrasion of the whole face', { use: 'not_this', note: abrasion }),
  entry('15781', 'Dermabrasion of a part of the face', { use: 'not_this', note: abrasion }),
  entry('15782', 'Dermabrasion elsewhere than on the face', { use: 'not_this', note: abrasion }),
  entry('15783', 'Superficial dermabrasion', { use: 'not_this', note: abrasion }),
  entry('15786', 'Abrasion of one lesion', {
    use: 'not_this',
    note: 'Abrasion of single lesions is not microneedling.',
  }),
  entry('15787', 'Abrasion of each further group of lesions', {
    use: 'not_this',
    note: 'Abrasion of single lesions is not microneedling.',
  }),
  entry('15788', 'Superficial chemical peel of the face', { use: 'not_this', note: peel }),
  entry('15789', 'Deeper chemical peel of the face', { use: 'not_this', note: peel }),
  entry('15792', 'Superficial chemical peel elsewhere', { use: 'not_this', note: peel }),
  entry('15793', 'Deeper chemical peel elsewhere', { use: 'not_this', note: peel }),
  ...several('17110 17111', 'Destruction of benign lesions', {
    use: 'not_this',
    note: 'Nothing is destroyed: using it for microneedling is miscoding.',
  }),
  entry('G0460', 'Platelet treatment of a chronic wound, no diabetes', {
    use: 'not_this',
    note: plateletsNote,
    opensOn: '2012-08-02',
  }),
  entry('G0465', 'Platelet treatment of a chronic diabetic wound', {
    use: 'not_this',
    note: plateletsNote,
    opensOn: '2021-04-13',
  }),
];

const conservative = 'Conservative treatment: evidence of what was tried.';

const history: readonly ProcedureEntry[] = [
  entry('11900', 'Injection into up to seven lesions', {
    note: 'Steroid or 5-FU, tried before or beside it; a claim of its own.',
  }),
  entry('11901', 'Injection into more than seven lesions', {
    note: 'Steroid or 5-FU, tried before or beside it; a claim of its own.',
  }),
  entry('97110', 'Therapeutic exercise', { note: conservative }),
  entry('97140', 'Manual therapy', { note: conservative }),
  entry('97760', 'Training with an orthosis', { note: conservative, opensOn: '2006-01-01' }),
  ...several('99202 99203 99204 99205', 'Office visit of a new patient', {
    note: 'Modifier 25 on the day of a procedure.',
  }),
  ...several('99211 99212 99213 99214 99215', 'Office visit of a known patient', {
    note: 'Modifier 25 on the day of a procedure.',
  }),
  entry('0232T', 'Injection of the patient’s own platelets, with preparation', {
    opensOn: '2011-07-01',
    note: 'An addition that is commonly not covered; never the insured part.',
  }),
  ...several('11400 11401 11402 11403 11404 11406', 'Excision of a benign lesion, trunk or limbs'),
  ...several(
    '11420 11421 11422 11423 11424 11426',
    'Excision of a benign lesion, scalp, neck, hands or feet',
  ),
  ...several('11440 11441 11442 11443 11444 11446', 'Excision of a benign lesion, face'),
  ...several('13100 13101 13102', 'Complex repair, trunk'),
  ...several('13120 13121 13122', 'Complex repair, scalp, arms or legs'),
  ...several('13131 13132 13133', 'Complex repair, face, neck, hands or feet'),
  ...several('13151 13152 13153', 'Complex repair, eyelids, nose, ears or lips'),
  ...several('14000 14001', 'Flap of neighbouring skin, trunk'),
  ...several('14020 14021', 'Flap of neighbouring skin, scalp, arms or legs'),
  ...several('14040 14041', 'Flap of neighbouring skin, face, neck, hands or feet'),
  ...several('14060 14061', 'Flap of neighbouring skin, eyelids, nose, ears or lips'),
  ...several('14301 14302', 'Flap of neighbouring skin, large', { opensOn: '2010-01-01' }),
  entry('14350', 'Flap of a finger or toe'),
  ...several('15002 15003', 'Release of a scar before a graft, trunk, arms or legs', {
    opensOn: '2007-01-01',
  }),
  ...several('15004 15005', 'Release of a scar before a graft, face, neck, hands or feet', {
    opensOn: '2007-01-01',
  }),
  ...several('15100 15101', 'Split skin graft, trunk, arms or legs'),
  ...several('15120 15121', 'Split skin graft, face, neck, hands or feet'),
];

/** Every procedure code that this trade meets, with our own words; the same list stands in the database. */
export const shippedProcedures: readonly ProcedureEntry[] = [...asked, ...notThis, ...history];
