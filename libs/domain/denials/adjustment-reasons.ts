import { AdjustmentReason, reason } from './adjustment-reason';
import { ReadCode, lookUp } from './listed-code';

const askPayer = 'Ask the payer what it rests on; then argue or correct that.';
const readLetter = 'Deactivated: read the letter, and ask the payer for the code it issues now.';
const needsRemark = { needsRemark: true };
const onlyRemarkTells = { needsRemark: true, remarkDecides: 'must' as const };
const yieldsToRemark = { remarkDecides: 'may' as const };
const old = { deactivated: true };

/**
 * The reasons that this trade meets. A class stands only where our own sources give one: what merely repeats an earlier
 * decision (39, 193), or is about the claim and not the service (18, 97), stays unclassified and still has a next step.
 */
// prettier-ignore
export const adjustmentReasons: readonly AdjustmentReason[] = [
  reason('197', 'Authorization or notification absent', ['authorization', 'no_authorization', 'Look for the authorization on file: if it is there, send again with its number and the approval; else ask for a retroactive one, if the payer grants them.']),
  reason('198', 'Authorization exceeded', ['authorization', 'exceeded', 'Ask for an extension; what was used beyond it is written off.']),
  reason('210', 'Authorization obtained too late', ['authorization', 'late', 'Appeal with the proof of when it was asked for.']),
  reason('284', 'Authorization does not cover these services', ['authorization', 'service_or_provider', 'Correct the code, or have the authorization amended.']),
  reason('296', 'Authorization does not cover this provider', ['authorization', 'service_or_provider', 'Correct the provider’s NPI, or have the authorization amended.']),
  reason('302', 'Authorization expired', ['authorization', 'expired', 'Ask for an extension or an earlier start.']),
  reason('15', 'Authorization number invalid (old code)', ['authorization', 'service_or_provider', 'Deactivated: check number, service and provider against the authorization on file.'], { ...old, nowIssued: ['284', '296'] }),
  reason('243', 'Not authorized by the primary care physician', ['authorization', 'referral', 'Get the referral and send again.']),
  reason('288', 'Referral absent', ['authorization', 'referral', 'Get the referral and send again.']),
  reason('50', 'Not medically necessary', ['clinical', 'no', 'Ask for a peer-to-peer call, then appeal with the letter of medical necessity and the criteria one by one.']),
  reason('150', 'Level of service not supported', ['clinical', 'no', 'Appeal with the measurements that support the level.']),
  reason('216', 'Finding of a review organization', ['clinical', 'no', 'Ask for the finding and appeal against it.']),
  reason('272', 'Coverage guidelines not met', ['clinical', 'partly', 'Hold the guideline against the record, criterion by criterion, and argue each.']),
  reason('273', 'Coverage guidelines exceeded', ['clinical', 'partly', 'Hold the guideline against the record and argue what goes beyond it.']),
  reason('55', 'Experimental or investigational', ['experimental', 'no', 'Appeal with literature and what the device is cleared for.']),
  reason('56', 'Not proven effective', ['experimental', 'no', 'Appeal with literature and what the device is cleared for.']),
  reason('114', 'Device not cleared by the FDA for this use', ['experimental', 'no', 'Appeal with what the device is cleared for, and literature on this use.']),
  reason('96', 'Not covered', ['benefit_exclusion', 'no', 'Read the remark: N383 says cosmetic. Without one, ask the payer which exclusion it means.'], onlyRemarkTells),
  reason('204', 'Not covered under this plan', ['benefit_exclusion', 'no', 'Ask for the plan’s words; see whether injury or function were overlooked.'], yieldsToRemark),
  reason('16', 'Information missing', ['documentation', 'documentation', 'Read the remark and send exactly that; often a new claim and no appeal.'], needsRemark),
  reason('163', 'Attachment not received', ['documentation', 'documentation', 'Send it.']),
  reason('164', 'Attachment received late', ['documentation', 'documentation', 'Send it with the proof of when it went out.']),
  reason('226', 'Provider did not send what was asked', ['documentation', 'documentation', 'Send what was asked.'], needsRemark),
  reason('227', 'Patient did not send what was asked', ['documentation', 'documentation', 'Help the patient to send what was asked.'], needsRemark),
  reason('250', 'Attachment has the wrong content', ['documentation', 'documentation', 'Send the right one.'], needsRemark),
  reason('251', 'Attachment incomplete', ['documentation', 'documentation', 'Send the whole.'], needsRemark),
  reason('252', 'Attachment needed', ['documentation', 'documentation', 'Send it.'], needsRemark),
  reason('4', 'Modifier missing or inconsistent', ['coding', 'coding', 'Correct and send again.']),
  reason('11', 'Diagnosis does not fit the procedure', ['coding', 'coding', 'Correct and send again.']),
  reason('146', 'Diagnosis not valid on the day of service', ['coding', 'coding', 'Correct and send again.']),
  reason('167', 'Diagnosis not covered', ['coding', 'coding', 'Check the diagnoses and their order, correct and send again.']),
  reason('181', 'Procedure code not valid on the day of service', ['coding', 'coding', 'Correct and send again.']),
  reason('182', 'Modifier not valid on the day of service', ['coding', 'coding', 'Correct and send again.']),
  reason('189', 'Unlisted code although a specific one exists', ['coding', 'coding', 'Correct, or say in the worksheet why none is more specific.']),
  reason('22', 'Another payer comes first', ['eligibility', 'other_payer', 'Bill the right payer.']),
  reason('19', 'Workers’ compensation comes first', ['eligibility', 'other_payer', 'Bill the right payer.']),
  reason('20', 'Liability insurance comes first', ['eligibility', 'other_payer', 'Bill the right payer.']),
  reason('21', 'No-fault insurance comes first', ['eligibility', 'other_payer', 'Bill the right payer.']),
  reason('26', 'Before coverage began', ['eligibility', 'eligibility', 'Verify the coverage again.']),
  reason('27', 'After coverage ended', ['eligibility', 'eligibility', 'Verify the coverage again.']),
  reason('31', 'Patient not identified as a member', ['eligibility', 'eligibility', 'Verify the member number and name.']),
  reason('109', 'Sent to the wrong payer', ['eligibility', 'eligibility', 'Send it to the right payer.']),
  reason('B11', 'Passed on to the right payer', ['eligibility', 'eligibility', 'Follow it up with the payer it went to.']),
  reason('29', 'Filed too late', ['timely_filing', 'late', 'Send the proof of timely filing; else write it off. Never the patient’s bill.']),
  reason('286', 'Appeal filed too late', ['timely_filing', 'late', 'Send the proof of when the appeal went out.']),
  reason('285', 'Appeal procedure not followed', ['unclassified', 'partly', 'Read the notice of rights and follow it, if time is left.']),
  reason('39', 'Denied when the authorization was asked for', ['unclassified', null, 'Appeal the decision on the authorization; correcting the claim changes nothing.'], yieldsToRemark),
  reason('193', 'Original decision maintained', ['unclassified', null, 'Go to the next level.'], yieldsToRemark),
  reason('18', 'Exact duplicate', ['unclassified', 'duplicate', 'Look at the first one.'], { onlyGroup: 'OA' }),
  reason('59', 'Multiple-procedure rule', ['unclassified', 'partly', 'Check codes and limits.']),
  reason('97', 'Included in another service', ['unclassified', 'partly', 'Check codes and limits.']),
  reason('119', 'Maximum benefit reached', ['unclassified', 'partly', 'Check codes and limits.']),
  reason('151', 'More often than the information supports', ['unclassified', 'partly', 'Check codes and limits.']),
  reason('242', 'Outside of the network', ['unclassified', 'partly', 'Ask for a gap exception.']),
  reason('279', 'Not a preferred provider', ['unclassified', 'partly', 'Ask for a gap exception.']),
  reason('185', 'Provider not eligible for this service', ['unclassified', 'credentialing', 'Check the provider’s enrolment.']),
  reason('B7', 'Provider not certified on the day of service', ['unclassified', 'credentialing', 'Check the provider’s enrolment.']),
  reason('23', 'Effect of what another payer decided', ['unclassified', null, askPayer], { onlyGroup: 'OA' }),
  reason('133', 'Not decided yet: under review', ['unclassified', null, 'Wait for the decision and follow it up.'], { onlyGroup: 'OA' }),
  reason('129', 'Earlier processing information wrong', ['unclassified', null, askPayer], onlyRemarkTells),
  reason('A1', 'Denied; the remark says why', ['unclassified', null, askPayer], onlyRemarkTells),
  reason('1', 'Deductible', ['not_a_denial', null, 'The patient’s balance.']),
  reason('2', 'Coinsurance', ['not_a_denial', null, 'The patient’s balance.']),
  reason('3', 'Copay', ['not_a_denial', null, 'The patient’s balance.']),
  reason('45', 'Above the fee schedule', ['not_a_denial', null, 'The contractual part: the clinic absorbs it.']),
  // What these once said is not in our sources; the letter says it.
  ...['17', '42', '57', '62', '138', '165', 'A2', 'B5'].map((code) => reason(code, 'Reason that is no longer issued', ['unclassified', null, readLetter], old)),
];

export function readAdjustment(text: string): ReadCode<AdjustmentReason> {
  return lookUp(adjustmentReasons, text);
}
