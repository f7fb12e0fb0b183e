import type { TaskKind } from '../case-facts';

/** What has happened, as the head of a notice; its task’s own words say the day, and what to do. */
export const noticeTitles: Readonly<Record<TaskKind, string>> = {
  rebook_blocked: 'A booking lost its clearance',
  call_payer: 'The payer asks to be called',
  prove_phone_approval: 'An approval by phone has no proof yet',
  answer_payer: 'The payer waits for an answer',
  revise_letter: 'Changes of a letter are asked for',
  clinical_alert: 'A clinical alert',
  answer_late: 'An answer to the payer is late',
  chase_decision: 'The payer’s decision is late',
  renew_authorization: 'An authorization ends before the treatment',
  ask_for_units: 'The units will not last',
  secure_booking: 'A booking is at risk',
  confirm_receipt: 'A request is not acknowledged',
  ask_for_call: 'A peer-to-peer call can be asked for',
  file_appeal: 'A denial can be appealed',
  filing_missed: 'The last day to appeal has passed',
  collect_installment: 'An installment is due',
  give_estimate: 'A good faith estimate is owed',
  settle_card_payment: 'A card payment needs a look',
  look_at_photos: 'The patient sent photographs',
};
