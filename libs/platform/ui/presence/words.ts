/** What a form is of, in the middle of a sentence. */
const things: Readonly<Record<string, string>> = {
  treatment_case: 'the case',
  benefit_call: 'a benefit call',
  case_document: 'a document',
  evidence: 'evidence',
  screening: 'the screening',
  letter: 'the letter',
  code_worksheet: 'the worksheet',
  auth_request: 'the request',
  payer_authorization: 'the authorization',
  self_pay_agreement: 'the self-pay agreement',
  ledger_entry: 'the ledger',
  payment_plan: 'the payment plan',
  dispute: 'a dispute',
  treatment_session: 'a session',
  task: 'a task',
  challenge: 'an appeal',
  withheld_reason: 'why less was granted',
  claim: 'a claim',
  billing_note: 'a billing note',
  clinical_note: 'a clinical note',
};

/** `letter.revise` → “the letter”. */
export function thingOf(form: string): string {
  return things[form.split('.')[0] ?? ''] ?? 'this case';
}
