/** What a roster is made of, in the order in which it is imported: each refers only to those before it. */
export const rosterKinds = ['payers', 'organizations', 'providers', 'patients', 'coverage'] as const;
export type RosterKind = (typeof rosterKinds)[number];

/** What is read of each kind, and nothing else. `key` is the row's id in the system it comes from. */
export const rosterFields = {
  payers: ['key', 'name', 'phone'],
  organizations: ['key', 'name'],
  providers: ['key', 'name', 'npi', 'specialty', 'organization'],
  patients: ['key', 'familyName', 'givenName', 'birthDate', 'recordNumber', 'sex', 'diedOn', 'city', 'state'],
  coverage: ['patient', 'payer', 'memberId', 'startsOn', 'endsOn', 'relation', 'holderName'],
} as const satisfies Record<RosterKind, readonly string[]>;
export type RosterField = (typeof rosterFields)[RosterKind][number];

/** What one import takes at the most. */
export const importLimits = { mostBytes: 300 * 1024 * 1024, mostFiles: 12 } as const;
