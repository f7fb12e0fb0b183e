/** The ways a request goes to a payer and its answer comes back. */
export const channels = ['portal', 'fax', 'phone', 'mail'] as const;
export const channelWords: Record<(typeof channels)[number], string> = {
  portal: 'Payer portal',
  fax: 'Fax',
  phone: 'Phone',
  mail: 'Mail',
};
