import type { MoveForms } from '@stipple/ui';

export { decisionsRoutes } from './decisions.routes';

const answers = () => import('./answer-forms');
const challenges = () => import('./challenge-forms');
const opening = () => import('./open-challenge-form');
const extensions = () => import('./extension-form');
const approvals = () => import('./approval-forms');

export const decisionsForms: MoveForms = {
  'auth_request.approve': () => approvals().then((forms) => forms.approve),
  'auth_request.approve_partly': () => approvals().then((forms) => forms.approvePartly),
  'auth_request.modify': () => approvals().then((forms) => forms.modify),
  'auth_request.deny': () => answers().then((forms) => forms.deny),
  'auth_request.pend': () => answers().then((forms) => forms.pend),
  'auth_request.request_information': () => answers().then((forms) => forms.requestInformation),
  'auth_request.answer_information': () => answers().then((forms) => forms.answerInformation),
  'auth_request.refer_to_call': () => answers().then((forms) => forms.referToCall),
  'auth_request.answer_no_action': () => answers().then((forms) => forms.answerNoAction),
  'auth_request.approve_by_phone': () => answers().then((forms) => forms.approveByPhone),
  'auth_request.cancel': () => answers().then((forms) => forms.cancel),
  'treatment_case.record_extension': () => extensions().then((forms) => forms.recordExtension),
  'payer_authorization.record': () => approvals().then((forms) => forms.recordNotRequired),
  'payer_authorization.acknowledge': () => approvals().then((forms) => forms.acknowledge),
  'payer_authorization.confirm': () => approvals().then((forms) => forms.confirm),
  'payer_authorization.amend': () => approvals().then((forms) => forms.amend),
  'payer_authorization.revoke': () => approvals().then((forms) => forms.revoke),
  // Of a request that was approved in part or otherwise: its id is the subject’s.
  'withheld_reason.record': () => import('./withheld-form').then((forms) => forms.recordWithheld),
  'challenge.open': () => opening().then((forms) => forms.open),
  'challenge.draft': () => challenges().then((forms) => forms.draft),
  'challenge.sign': () => challenges().then((forms) => forms.sign),
  'challenge.excuse_lateness': () => challenges().then((forms) => forms.excuse),
  'challenge.excuse_signed': () => challenges().then((forms) => forms.excuse),
  'challenge.send': () => challenges().then((forms) => forms.send),
  'challenge.acknowledge_receipt': () => challenges().then((forms) => forms.receive),
  'challenge.overturn': () => approvals().then((forms) => forms.overturn),
  'challenge.overturn_partly': () => approvals().then((forms) => forms.overturnPartly),
  'challenge.uphold': () => challenges().then((forms) => forms.uphold),
  'challenge.dismiss': () => challenges().then((forms) => forms.dismiss),
  'challenge.withdraw': () => challenges().then((forms) => forms.withdraw),
};
