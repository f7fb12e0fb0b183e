import type { MoveForms } from '@stipple/ui';

export { payersRoutes } from './payers.routes';

export const payersForms: MoveForms = {
  'benefit_call.record': () => import('./benefit-call-form').then((forms) => forms.benefitCallForm),
};
