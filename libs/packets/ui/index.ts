import type { MoveForms } from '@stipple/ui';

export { packetsRoutes } from './packets.routes';

const letters = () => import('./letter-forms');
const requests = () => import('./request-forms');

export const packetsForms: MoveForms = {
  'case_document.record': () => import('./document-form').then((forms) => forms.addDocument),
  'letter.ask_signature': () => letters().then((forms) => forms.askSignature),
  'letter.ask_changes': () => letters().then((forms) => forms.askChanges),
  'letter.discard': () => letters().then((forms) => forms.discardLetter),
  'auth_request.draft': () => requests().then((forms) => forms.draftRequest),
  'auth_request.revise': () => requests().then((forms) => forms.reviseRequest),
  'auth_request.complete': () => requests().then((forms) => forms.completeRequest),
  'auth_request.return_to_draft': () => requests().then((forms) => forms.returnRequest),
  'auth_request.submit': () => requests().then((forms) => forms.submitRequest),
  'auth_request.acknowledge_receipt': () => requests().then((forms) => forms.acknowledgeReceipt),
  'auth_request.reject_unreviewed': () => requests().then((forms) => forms.rejectUnreviewed),
  'auth_request.withdraw': () => requests().then((forms) => forms.withdrawRequest),
};
