import { AnyLifecycle } from './lifecycle/lifecycle';
import { lifecycles } from './lifecycles';

/** Buttons instruct, the audit trail tells what was done: the first word of a label, as done. */
const done: Readonly<Record<string, string>> = {
  Acknowledge: 'Acknowledged',
  Add: 'Added',
  Begin: 'Began',
  Book: 'Booked',
  Build: 'Built',
  Cancel: 'Cancelled',
  Change: 'Changed',
  Close: 'Closed',
  Complete: 'Completed',
  Confirm: 'Confirmed',
  Correct: 'Corrected',
  Describe: 'Described',
  Discard: 'Discarded',
  Draft: 'Drafted',
  Issue: 'Issued',
  Move: 'Moved',
  Open: 'Opened',
  Plan: 'Planned',
  Propose: 'Proposed',
  Raise: 'Raised',
  Record: 'Recorded',
  Reopen: 'Reopened',
  Replace: 'Replaced',
  Restore: 'Restored',
  Revise: 'Revised',
  Set: 'Set',
  Sign: 'Signed',
  Withdraw: 'Withdrew',
  Write: 'Wrote',
  Block: 'Blocked',
};

/** Moves whose label does not turn into a sentence by itself. */
const ownWords: Readonly<Record<string, string>> = {
  'code_worksheet.start': 'Began a worksheet',
  'auth_request.complete': 'Marked a request ready',
  'auth_request.return_to_draft': 'Returned a request to draft',
  'auth_request.pend': 'Recorded that a request pends',
  'auth_request.answer_information': 'Recorded the answer to the payer',
  'auth_request.refer_to_call': 'Recorded the answer “contact payer”',
  'auth_request.answer_no_action': 'Recorded the answer “no action required”',
  'payer_authorization.confirm': 'Confirmed that nothing is required',
  'treatment_case.assign': 'Assigned a case',
  'treatment_case.override_clock': 'Set a deadline other than the computed one',
  'treatment_case.record_extension': 'Recorded that the payer takes longer',
  'challenge.open': 'Began to challenge a decision',
  'challenge.draft': 'Wrote the words of a challenge',
  'challenge.excuse_signed': 'Recorded good cause for lateness',
  'challenge.excuse_lateness': 'Recorded good cause for lateness',
  'challenge.send': 'Recorded the sending of a challenge',
  'challenge.overturn': 'Recorded that a challenge was won',
  'challenge.overturn_partly': 'Recorded that a challenge was won in part',
  'challenge.uphold': 'Recorded that a denial was upheld',
  'challenge.dismiss': 'Recorded that a challenge was dismissed',
  'appeal_ground.record': 'Recorded what an appeal rests on',
  'appeal_ground.take_back': 'Withdrew what an appeal rested on',
  'appeal_ground.take_over': 'Copied what the level before rested on',
  'decision_finding.record': 'Recorded what was found out about a decision',
  'withheld_reason.record': 'Recorded why less was granted',
  'claim.scrub': 'Marked a claim ready',
  'claim.correct': 'Replaced a claim by a corrected one',
  'claim.appeal': 'Appealed a claim',
  'claim.overturn': 'Recorded that a claim was overturned',
  'claim.uphold': 'Recorded that a claim’s denial was upheld',
  'claim.release_to_patient': 'Released a claim to the patient',
  'claim.write_off': 'Wrote off a claim',
  'dispute.open': 'Recorded that a patient disputes a bill',
  'dispute.close': 'Closed a dispute',
  'ledger_entry.charge': 'Charged a session',
  'letter.ask_signature': 'Sent a letter for signature',
  'letter.ask_changes': 'Asked for changes of a letter',
  'self_pay_agreement.start': 'Began treatment under an agreement',
  'treatment_session.schedule': 'Gave a session a time',
  'treatment_session.check_in': 'Checked a patient in',
  'treatment_session.bill': 'Marked a session billed',
  'task.finish': 'Marked a task done',
};

/** What is entered in the audit trail without being a move. */
const otherWords: Readonly<Record<string, string>> = {
  refused: 'Was refused a change',
  'audit.read': 'Read the audit trail',
  'case_document.read': 'Opened a document',
  'clock_breaches.export': 'Exported late decisions as CSV',
  'clock_breaches.read': 'Read which decisions came late',
  'billing_identity.change': 'Changed under which name and number the clinic bills',
  'denials.export': 'Exported denials as CSV',
  'denials.read': 'Read the cases behind the denials report',
  'metric_cases.export': 'Exported the cases behind a figure as CSV',
  'metric_cases.read': 'Read the cases behind a figure',
  'estimate.file': 'Opened a good faith estimate',
  'evidence.read': 'Read a case’s evidence',
  'worksheets.read': 'Read the worksheets of a case',
  'appeal.outline': 'Read the outline of an appeal',
  'appeal.brief': 'Read the brief for a peer-to-peer call',
  'appeal.file': 'Exported an appeal as a file',
  'next_routes.read': 'Read what can be done after a decision',
  'ledger.read': 'Read the ledger of an agreement',
  'ledger.receipt': 'Opened a receipt',
  'letter.read': 'Read a letter and its earlier wordings',
  'patient_link.make': 'Made a link to an estimate for its patient',
  'patient_link.end': 'Took back a link to an estimate',
  'patient_link.open': 'A patient opened the link to their estimate',
  'patient_link.wrong_birth_date': 'A link to an estimate was tried with a wrong date of birth',
  'patient_link.sign': 'A patient signed their estimate on screen',
  'photo.read': 'Looked at a photograph',
  'photos.read': 'Looked through a case’s photographs',
  'patient.read': 'Read a patient’s record',
  'screening.read': 'Screened a case by its payer’s policy',
  'patient.search': 'Searched for a patient',
  'payer.add': 'Added a payer',
  'payer.describe': 'Changed what is known of a payer',
  'price_item.change': 'Changed a price of the clinic',
  'policy_version.draft': 'Drafted a version of a policy',
  'policy_version.revise': 'Revised the draft of a policy',
  'policy_version.discard': 'Discarded the draft of a policy',
  'policy_version.dry_run': 'Tried a policy on past cases',
  'policy_version.publish': 'Published a version of a policy',
  'policy_version.end_earlier': 'Ended a version of a policy before its successor',
  'policy_version.withdraw': 'Withdrew a version of a policy',
  'provider.practice': 'Changed who treats at this clinic',
  'provider.add': 'Added a clinician',
  'room.add': 'Added a room',
  'room.change': 'Changed a room',
  'queue.read': 'Read the queue',
  'queue.bulk_move': 'Changed several cases of the queue at once',
  'queue.serve_next': 'Took the next case of the queue',
  'queue.export': 'Exported the queue as CSV',
  'queue.save_view': 'Saved a view of the queue',
  'queue.remove_view': 'Removed a saved view of the queue',
  'roster_import.begin': 'Sent files for the roster',
  'roster_import.map': 'Changed how a roster’s files are read',
  'roster_import.check': 'Started the dry run of an import',
  'roster_import.checked': 'Finished the dry run of an import',
  'roster_import.import': 'Started an import',
  'roster_import.done': 'Finished an import',
  'roster_import.discard': 'Discarded an import',
  'roster_import.read': 'Read the first rows of an import',
  'roster_import.read_problems': 'Read the problems of an import',
  'roster_import.export_problems': 'Exported the problems of an import',
  'schedule.at_risk': 'Exported the bookings at risk as CSV',
  'schedule.calendar': 'Exported the schedule as a calendar',
  'schedule.day_sheet': 'Printed a day sheet',
  'schedule.read': 'Read the schedule',
  'schedule.read_at_risk': 'Read the bookings at risk',
  'cleared.read': 'Read who may be booked',
  'search.read': 'Searched for cases and patients',
  'submissions.export': 'Exported the submission log as CSV',
  'submissions.read': 'Read the submission log',
  'staff.add': 'Added a person',
  'staff.change_preferences': 'Changed their own settings',
  'staff.change_roles': 'Changed a person’s roles',
  'staff.reset_password': 'Reset a person’s password',
  'staff.keep_out': 'Deactivated a person',
  'staff.let_in': 'Let a person in',
  'staff.sign_in': 'Signed in',
  'staff.sign_in_failed': 'Entered a wrong password',
  'treatment_case.read': 'Opened a case’s page',
  'treatment_case.read_ahead': 'Had the next case of a view read ahead',
  'waiting.read': 'Read what waits for them',
};

const moves: ReadonlyMap<string, string> = new Map(
  lifecycles.flatMap((lifecycle) =>
    lifecycle.moves.map((rule): [string, string] => {
      const action = `${lifecycle.subject}.${rule.move}`;
      return [action, ownWords[action] ?? past(rule.label, lifecycle)];
    }),
  ),
);

/** `letter.sign` → “Signed a letter”. An action that nobody named yet keeps its own name, readable. */
export function auditWords(action: string): string {
  return moves.get(action) ?? otherWords[action] ?? action.replaceAll('_', ' ').replace('.', ': ');
}

function past(label: string, lifecycle: AnyLifecycle): string {
  const [first = '', ...others] = label.split(' ');
  return `${done[first] ?? first} ${withArticle(others.join(' '), lifecycle)}`.trim();
}

function withArticle(thing: string, { words }: AnyLifecycle): string {
  if (words.endsWith(` ${thing}`)) return words;
  // Several of something; then what belongs to somebody, or is the only one there is.
  if (thing === 'case details') return thing;
  if (/^(next touch|difference|“|payer’s|patient’s|window)/.test(thing)) return `the ${thing}`;
  return /^[aeiou]/.test(thing) ? `an ${thing}` : `a ${thing}`;
}
