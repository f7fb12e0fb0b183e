import type { MoveForms } from '@stipple/ui';

export const payersForms: MoveForms = {
  'benefit_call.record': () => import('./benefit-call-form').then((forms) => forms.benefitCallForm),
};
