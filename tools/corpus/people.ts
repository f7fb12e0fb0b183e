import type { Actor, Role } from '@stipple/domain';

/** Somebody with a sign-in of the demo clinic. */
export interface DemoPerson {
  readonly name: string;
  readonly roles: readonly Role[];
  readonly email: string;
}

export const demoPassword = 'stipple-demo-2026';

const person = (name: string, mailbox: string, ...roles: Role[]): DemoPerson => ({
  name,
  roles,
  email: `${mailbox}@demo.stipple.test`,
});

export const staff = {
  robin: person('Robin Avery', 'robin.avery', 'coordinator'),
  sam: person('Sam Okafor', 'sam.okafor', 'coordinator'),
  hart: person('Dr. Lena Hart', 'lena.hart', 'physician'),
  santos: person('Dr. Miguel Santos', 'miguel.santos', 'physician'),
  dana: person('Dana Whitfield', 'dana.whitfield', 'manager'),
  jo: person('Jo Lindqvist', 'jo.lindqvist', 'administrator'),
  nair: person('Dr. Priya Nair', 'priya.nair', 'physician', 'manager'),
} as const;
export type StaffKey = keyof typeof staff;
export const staffKeys = Object.keys(staff) as readonly StaffKey[];

/** Who can sign in to the demo clinic, for whoever greets the visitor. */
export const demoPeople = Object.values(staff).map(({ name, email, roles }) => ({
  name,
  role: roles.join(' and '),
  email,
  password: demoPassword,
}));

/** Those who treat. NPIs come from a range that was never given out; the last digit checks the others. */
export const clinicians: readonly ClinicianSketch[] = [
  { name: 'Dr. Lena Hart', npi: '1000000012', specialty: 'Plastic surgery', staff: 'hart' },
  { name: 'Dr. Miguel Santos', npi: '1000000020', specialty: 'Burn surgery', staff: 'santos' },
  { name: 'Dr. Priya Nair', npi: '1000000038', specialty: 'Dermatology', staff: 'nair' },
  { name: 'Ines Duarte, PA-C', npi: '1000000046', specialty: 'Physician assistant', staff: null },
];

export interface ClinicianSketch {
  readonly name: string;
  readonly npi: string;
  readonly specialty: string;
  readonly staff: StaffKey | null;
}

export interface Referrer {
  readonly name: string;
  readonly specialty: string;
  readonly organization: string;
}

/** Those who send patients; they do not treat here. */
export const referrers: readonly Referrer[] = [
  { name: 'Dr. Odile Marchbanks', specialty: 'Family medicine', organization: 'Tern Island Family Practice' },
  {
    name: 'Dr. Tobias Wrenfield',
    specialty: 'Occupational medicine',
    organization: 'Quayside Occupational Health',
  },
  { name: 'Dr. Amara Osei-Lund', specialty: 'General surgery', organization: 'Port Alden Surgical Group' },
  {
    name: 'Dr. Ren Ishikura',
    specialty: 'Physical medicine and rehabilitation',
    organization: 'Larkspur Rehabilitation',
  },
  { name: 'Dr. Freya Holmquist', specialty: 'Radiation oncology', organization: 'Greywater Cancer Center' },
  {
    name: 'Dr. Caspian Thornbury',
    specialty: 'Emergency medicine',
    organization: 'Port Alden General Hospital',
  },
];

export const rooms = ['Room 1 · Harbor', 'Room 2 · Lighthouse', 'Room 3 · Dunes'] as const;

/** A person of the staff as the stories know them. */
export interface Member extends Actor {
  readonly name: string;
}

/** A clinician as the diary knows them. */
export interface Clinician {
  readonly id: string;
  readonly name: string;
  /** The staff member who signs what this clinician did; null: the case's own physician. */
  readonly signer: Member | null;
}
