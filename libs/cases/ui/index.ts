import type { MoveForms } from '@stipple/ui';

export { CaseMoves } from './case-moves';
export { casesRoutes } from './cases.routes';
export { sessionLooks, stageLooks } from './looks';
export { RecentCases } from './palette/recent-cases';

const forms = () => import('./case-forms');

export const casesForms: MoveForms = {
  'treatment_case.plan_touch': () => forms().then((all) => all.planTouch),
  'treatment_case.assign': () => forms().then((all) => all.assign),
  'treatment_case.correct': () => forms().then((all) => all.correct),
  'treatment_case.override_clock': () => forms().then((all) => all.overrideClock),
  'treatment_case.close': () => forms().then((all) => all.close),
  'treatment_case.reopen': () => forms().then((all) => all.reopen),
  'screening.propose': () => forms().then((all) => all.proposeScreening),
  'billing_note.write': () => forms().then((all) => all.writeBillingNote),
  'clinical_note.write': () => forms().then((all) => all.writeClinicalNote),
  'task.finish': () => forms().then((all) => all.finishTask),
};

/** The palette, loaded when it is first needed. */
export const loadPalette = () => import('./palette/open-palette');
