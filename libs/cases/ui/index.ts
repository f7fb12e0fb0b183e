import type { MoveForms } from '@stipple/ui';

export { casesRoutes } from './cases.routes';
export { sessionLooks } from './looks';
export { MoveButtons } from './case-page/move-buttons';

const forms = () => import('./case-forms');

export const casesForms: MoveForms = {
  'treatment_case.plan_touch': () => forms().then((all) => all.planTouch),
  'treatment_case.assign': () => forms().then((all) => all.assign),
  'treatment_case.correct': () => forms().then((all) => all.correct),
  'treatment_case.close': () => forms().then((all) => all.close),
  'treatment_case.reopen': () => forms().then((all) => all.reopen),
  'screening.propose': () => forms().then((all) => all.proposeScreening),
  'screening.sign': () => forms().then((all) => all.signScreening),
  'task.finish': () => forms().then((all) => all.finishTask),
};
