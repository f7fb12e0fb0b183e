import { RosterField, RosterKind, rosterFields } from '@stipple/domain';
import { CellReader, firstDay, key, lastDay, npi, pastDay, phone, relation, sex, words } from './read-cells';

export interface FieldRule {
  /** As it stands in a sentence: “the birth date is missing”. */
  readonly words: string;
  readonly required: boolean;
  readonly read: CellReader;
  /** How Synthea's files name the column, in any of its versions. */
  readonly synthea: readonly string[];
  /** How other systems name it, as letters and digits only; any of the longer ones also inside a longer name. */
  readonly alike: readonly string[];
}

type Rules = {
  readonly [Kind in RosterKind]: Readonly<Record<(typeof rosterFields)[Kind][number], FieldRule>>;
};

const rule = (text: string, read: CellReader, synthea: string, alike: string): FieldRule => ({
  words: text,
  required: false,
  read,
  synthea: synthea.split(' ').filter(Boolean),
  alike: alike.split(' ').filter(Boolean),
});
const needed = (text: string, read: CellReader, synthea: string, alike: string): FieldRule => ({
  ...rule(text, read, synthea, alike),
  required: true,
});

const mrn = 'mrn medicalrecordnumber medicalrecordno recordnumber chartnumber chartno chart accountnumber';
const patientIds = `patientid patientkey patientnumber patientno patnum ptid personid externalid uniqueid ${mrn}`;
const payerNames = 'payername insurancename carriername insurancecompany insuranceplan companyname';

/** What is read of each kind of row, how it is recognised, and how it is checked. */
export const fieldRules: Rules = {
  payers: {
    key: needed('id', key, 'Id', 'id payerid payercode insuranceid carrierid carriercode planid code'),
    name: needed('name', words(120), 'NAME', `name payer insurance carrier plan ${payerNames}`),
    phone: rule('phone', phone, 'PHONE', 'phone telephone phonenumber memberservices tel'),
  },
  organizations: {
    key: needed('id', key, 'Id', 'id organizationid organisationid orgid facilityid practiceid'),
    name: needed(
      'name',
      words(160),
      'NAME',
      'name organization organizationname facility facilityname practicename',
    ),
  },
  providers: {
    key: needed('id', key, 'Id', 'id providerid physicianid clinicianid doctorid npi npinumber'),
    name: needed(
      'name',
      words(120),
      'NAME',
      'name provider providername physician physicianname clinician doctor',
    ),
    npi: rule('NPI', npi, 'NPI', 'npi npinumber nationalprovideridentifier'),
    specialty: rule('specialty', words(120), 'SPECIALITY SPECIALTY', 'specialty speciality taxonomy'),
    organization: rule(
      'organization',
      words(160),
      'ORGANIZATION',
      'organization organisation organizationid facility practice group',
    ),
  },
  patients: {
    key: needed('id', key, 'Id', `id patient ${patientIds}`),
    familyName: needed('family name', words(120), 'LAST', 'last lastname familyname surname lname'),
    givenName: needed('given name', words(120), 'FIRST', 'first firstname givenname forename fname'),
    birthDate: needed(
      'birth date',
      pastDay('The birth date'),
      'BIRTHDATE',
      'birthdate dateofbirth dob birthday bdate',
    ),
    recordNumber: rule('record number', words(40), '', mrn),
    sex: rule('sex', sex, 'GENDER', 'gender sex sexatbirth administrativesex'),
    diedOn: rule(
      'date of death',
      pastDay('The date of death'),
      'DEATHDATE',
      'deathdate dateofdeath deceasedon dod',
    ),
    city: rule('city', words(80), 'CITY', 'city town'),
    state: rule('state', words(40), 'STATE', 'state province st'),
  },
  coverage: {
    patient: needed('patient', key, 'PATIENT', `patient ${patientIds}`),
    payer: needed(
      'payer',
      key,
      'PAYER',
      `payer payerid insurance carrier plan payercode insuranceid ${payerNames}`,
    ),
    memberId: needed(
      'member id',
      words(80),
      'MEMBERID MEMBER_ID',
      'memberid membernumber memberno subscriberid policynumber policyno policyid cardnumber member',
    ),
    startsOn: needed(
      'first day',
      firstDay,
      'START_YEAR START_DATE',
      'start startdate startyear startson effectivedate effective effectivefrom coveragestart validfrom begindate from',
    ),
    endsOn: rule(
      'last day',
      lastDay,
      'END_YEAR END_DATE',
      'end enddate endyear endson termdate terminationdate expirationdate expires coverageend validto to',
    ),
    relation: rule('relation', relation, 'OWNERSHIP PLAN_OWNERSHIP', 'ownership relation relationship'),
    holderName: rule(
      'holder',
      words(160),
      'OWNERNAME OWNER_NAME',
      'ownername holdername policyholder subscribername insuredname holder subscriber',
    ),
  },
};

export const kindWords: Readonly<Record<RosterKind, string>> = {
  payers: 'Payers',
  organizations: 'Organizations',
  providers: 'Providers',
  patients: 'Patients',
  coverage: 'Coverage',
};

/** The rules of a kind as pairs, in the order in which a person would fill in a form. */
export function rulesOf(kind: RosterKind): readonly (readonly [RosterField, FieldRule])[] {
  const rules: Readonly<Partial<Record<RosterField, FieldRule>>> = fieldRules[kind];
  return rosterFields[kind].flatMap((field) => (rules[field] ? [[field, rules[field]] as const] : []));
}
