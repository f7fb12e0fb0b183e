/** The rules that are never broken, in the words of the trade. Their numbers stand in the titles of the specs that hold them. */
export const rules: readonly string[] = [
  'No session is scheduled unless an authorization in force or a signed self-pay agreement covers it at that moment, in the same transaction.',
  'No session is performed if that no longer holds at check-in; blocked means blocked, for every role.',
  'An authorization unlocks nothing without number, dates, units, codes, servicing clinician and proof.',
  'Units performed and scheduled never exceed units approved, whoever is quicker.',
  'A day outside the window is refused; the first and the last day are inside.',
  'Pended, contact payer, no action, unconfirmed, rejected and denied never unlock scheduling.',
  'Partial and modified approvals are shown as such, with the difference, and need acknowledgement.',
  'Rejections without review are never counted as denials and never appealed.',
  'Decided records are append-only; a change of mind is a new record with a link.',
  'Only a physician signs a letter of medical necessity or a clinical appeal; the signed text is hashed and final.',
  'Every deadline shows its rule, trigger, plan type and source; an unknown plan type shows “unknown”, never a guessed date.',
  'Deadlines are computed, never silently typed; an override needs a manager and a reason, and keeps the computed value.',
  'A denial is not saved without reason, decision date and notice date.',
  'Appeal levels come in their order, and external review only after the last internal decision.',
  'Only what the payer left to the patient, or a waiver signed before the service covers, reaches the patient.',
  'A remittance is posted only if it balances, and only once.',
  'A self-pay session is never sent to an insurer.',
  'Self-pay needs a good faith estimate and a signature before treatment.',
  'Deactivated or unknown codes stay raw and flagged; no meaning is invented for them.',
  'Every view, change and export of patient data is audited; no patient data leaves in addresses, logs or fixtures.',
];

/** Rules that nothing in the product can break yet, and what has to come first. */
export const notYetReachable: Readonly<Record<number, string>> = {
  16: 'No remittance is read yet; claims have their life cycle and table, and no screen. Comes with billing.',
};
