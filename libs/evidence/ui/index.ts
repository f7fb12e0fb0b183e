import { scaleNames } from '@stipple/domain';
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
  ...Object.fromEntries(
    scaleNames.map((name) => [`evidence.scale_${name}`, () => scales().then((all) => all.rateScale(name))]),
  ),
};
