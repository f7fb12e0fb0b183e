import type { MoveForms } from '@stipple/ui';

export { evidenceRoutes } from './evidence.routes';

const measured = () => import('./forms/measured-forms');
const told = () => import('./forms/told-forms');
const scales = () => import('./forms/scale-form');

/** The forms of all evidence, each loaded when first needed. */
export const evidenceForms: MoveForms = {
  'evidence.motion': () => measured().then((all) => all.recordMotion),
  'evidence.area': () => measured().then((all) => all.recordArea),
  'evidence.function': () => told().then((all) => all.recordFunction),
  'evidence.treatment': () => told().then((all) => all.recordTreatment),
  'evidence.no_treatment': () => told().then((all) => all.recordNoTreatment),
  'evidence.device': () => told().then((all) => all.recordDevice),
  'evidence.mental_health': () => told().then((all) => all.recordMentalHealth),
  'evidence.statement': () => told().then((all) => all.recordStatement),
  'evidence.withdraw': () => told().then((all) => all.withdraw),
  'evidence.scale_vss': () => scales().then((all) => all.rateScale('vss')),
  'evidence.scale_posas_observer': () => scales().then((all) => all.rateScale('posas_observer')),
  'evidence.scale_posas_patient': () => scales().then((all) => all.rateScale('posas_patient')),
  'evidence.scale_dlqi': () => scales().then((all) => all.rateScale('dlqi')),
  'evidence.scale_phq9': () => scales().then((all) => all.rateScale('phq9')),
  'evidence.scale_pain': () => scales().then((all) => all.rateScale('pain')),
  'evidence.scale_itch': () => scales().then((all) => all.rateScale('itch')),
};
