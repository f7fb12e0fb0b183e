import type { Story } from '../story';
import { appealDue, callDue } from './due-days';

export interface ExpectedChallenge {
  readonly challenge_id: string;
  readonly request_id: string;
  readonly case_id: string;
  readonly kind: string;
  readonly file_by_on: string | null;
  readonly file_by_rule: string | null;
  readonly outcome: string;
  readonly sent_on: string | null;
  readonly decided_on: string | null;
}

export function expectedChallenges({ facts, patient }: Story): ExpectedChallenge[] {
  return facts.challenges.map(({ id, requestId, kind, state, sentOn, decidedOn }) => {
    const denied = facts.requests.find((one) => one.id === requestId);
    const notice = {
      planType: facts.case.planType,
      givesFourteenDays: patient.payer.key === 'larch',
      dated: denied?.noticeDatedOn ?? '',
      received: denied?.noticeReceivedOn ?? '',
    };
    const due = kind === 'peer_to_peer' ? callDue(notice) : appealDue(notice);
    return {
      challenge_id: id,
      request_id: requestId,
      case_id: facts.case.id,
      kind,
      file_by_on: due?.day ?? null,
      file_by_rule: due?.rule ?? null,
      outcome: state,
      sent_on: sentOn,
      decided_on: decidedOn,
    };
  });
}
