export const caseTabs = ['now', 'preparation', 'payer', 'self_pay', 'sessions', 'notes'] as const;
export type CaseTab = (typeof caseTabs)[number];

export const caseTabWords: Readonly<Record<CaseTab, string>> = {
  now: 'Now',
  preparation: 'Preparation',
  payer: 'Payer',
  self_pay: 'Self-pay',
  sessions: 'Sessions',
  notes: 'Notes',
};

export function isCaseTab(value: string | undefined): value is CaseTab {
  return (caseTabs as readonly (string | undefined)[]).includes(value);
}
