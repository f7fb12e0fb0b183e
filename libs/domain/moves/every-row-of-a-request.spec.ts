import { refusalsFor } from '../lifecycle/lifecycle';
import { aCase, aRequest, codesOf, someone } from '../testing/a-case';
import { authRequestLifecycle, type AuthRequestState } from './auth-request-moves';

const states = Object.keys(authRequestLifecycle.states) as readonly AuthRequestState[];

/** The states in which a move is not refused for the state alone. */
const movesFrom = (move: string) =>
  states.filter((state) => {
    const situation = { facts: aCase(), subject: aRequest({ state }), actor: someone('coordinator') };
    return !codesOf(refusalsFor(authRequestLifecycle, move, situation)).includes('wrong_state');
  });
const rule = (move: string) => authRequestLifecycle.moves.find((one) => one.move === move);

const undecided = 'received pended information_requested';
const called = 'contact_payer no_action_required';
const allOfAnApproval =
  'number decisionOn effectiveOn expiresOn lines clinicianIds placeOfService channel proofId';

/* How a request goes through a payer's hands, row by row, each with what it has to say. */
it.each`
  what                                               | move                     | from                                                                   | to                         | needs
  ${'nothing → draft'}                               | ${'draft'}               | ${''}                                                                  | ${'draft'}                 | ${'lines fromOn toOn urgency'}
  ${'draft → ready, with its checklist done'}        | ${'complete'}            | ${'draft'}                                                             | ${'ready'}                 | ${''}
  ${'ready → submitted'}                             | ${'submit'}              | ${'ready'}                                                             | ${'submitted'}             | ${'channel submittedAt proof'}
  ${'999, AAA or a failed fax: rejected unreviewed'} | ${'reject_unreviewed'}   | ${'submitted'}                                                         | ${'rejected_unreviewed'}   | ${'errorCode words'}
  ${'the payer acknowledges'}                        | ${'acknowledge_receipt'} | ${'submitted'}                                                         | ${'received'}              | ${'payerReceivedOn proof'}
  ${'A4: pended'}                                    | ${'pend'}                | ${`received ${called}`}                                                | ${'pended'}                | ${'words'}
  ${'the payer asks for more'}                       | ${'request_information'} | ${`received pended ${called}`}                                         | ${'information_requested'} | ${'items respondByOn'}
  ${'the answer is sent'}                            | ${'answer_information'}  | ${'information_requested'}                                             | ${'pended'}                | ${'sentAt proof'}
  ${'A1: approved, with all that an approval bears'} | ${'approve'}             | ${`${undecided} ${called} approved_unconfirmed`}                       | ${'approved'}              | ${allOfAnApproval}
  ${'A2: partly approved'}                           | ${'approve_partly'}      | ${`${undecided} ${called} approved_unconfirmed`}                       | ${'partial'}               | ${allOfAnApproval}
  ${'A6: modified'}                                  | ${'modify'}              | ${`${undecided} ${called} approved_unconfirmed`}                       | ${'modified'}              | ${allOfAnApproval}
  ${'A3: denied, with reason and both days'}         | ${'deny'}                | ${`${undecided} ${called} approved_unconfirmed`}                       | ${'denied'}                | ${'words decisionOn noticeReceivedOn denialKind'}
  ${'CT: contact payer'}                             | ${'refer_to_call'}       | ${undecided}                                                           | ${'contact_payer'}         | ${'words'}
  ${'NA: no action required'}                        | ${'answer_no_action'}    | ${`${undecided} contact_payer`}                                        | ${'no_action_required'}    | ${'words referenceNumber'}
  ${'approved by phone, no proof yet'}               | ${'approve_by_phone'}    | ${`submitted ${undecided} ${called}`}                                  | ${'approved_unconfirmed'}  | ${'representative referenceNumber'}
  ${'C: cancelled, by whom and why'}                 | ${'cancel'}              | ${undecided}                                                           | ${'cancelled'}             | ${'who reason'}
  ${'withdrawn before any decision'}                 | ${'withdraw'}            | ${`draft ready submitted ${undecided} ${called} approved_unconfirmed`} | ${'withdrawn'}             | ${'reason'}
`('$what', ({ move, from, to, needs }: Record<string, string>) => {
  const words = (text = '') => text.split(' ').filter(Boolean).sort();
  expect([...movesFrom(move ?? '')].sort()).toEqual(words(from));
  expect(rule(move ?? '')).toMatchObject({ to: [to], by: ['coordinator'] });
  expect([...(rule(move ?? '')?.needs ?? [])].sort()).toEqual(words(needs));
});

it('a rejected one is corrected as a new request, and a denied one is never edited: nothing leads out of either', () => {
  for (const state of ['rejected_unreviewed', 'denied'] as const)
    expect(authRequestLifecycle.moves.filter(({ from }) => from.includes(state))).toEqual([]);
});
