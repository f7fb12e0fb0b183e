import type { MoveForms } from '@stipple/ui';

export { patientRoutes, selfPayRoutes } from './selfpay.routes';

const agreements = () => import('./agreement-forms');
const estimates = () => import('./estimate-forms');

export const selfPayForms: MoveForms = {
  'self_pay_agreement.draft': () => agreements().then((forms) => forms.draftAgreement),
  'self_pay_agreement.revise': () => agreements().then((forms) => forms.reviseAgreement),
  'self_pay_agreement.issue_estimate': () => estimates().then((forms) => forms.issueEstimate),
  'self_pay_agreement.sign': () => agreements().then((forms) => forms.signAgreement),
  'self_pay_agreement.void': () => agreements().then((forms) => forms.voidAgreement),
};
