/** The ways a request goes to a payer and its answer comes back. */
export const channels = ['portal', 'fax', 'phone', 'mail', 'x12_278', 'pas'] as const;
export type Channel = (typeof channels)[number];
export const channelWords: Record<Channel, string> = {
  portal: 'Payer portal',
  fax: 'Fax',
  phone: 'Phone',
  mail: 'Mail',
  // The electronic request of HIPAA's standard transactions, and that of HL7 Da Vinci over FHIR.
  x12_278: 'X12 278',
  pas: 'FHIR (PAS)',
};

/** What reaches the payer as data or through its portal, and not on paper or by voice. */
export const isElectronic = (channel: Channel): boolean => ['portal', 'x12_278', 'pas'].includes(channel);
