import type { MoveForms } from '@stipple/ui';

export { scheduleRoutes } from './schedule.routes';

const forms = () => import('./session-forms');

/** The forms of all moves of a session, each loaded when first needed. */
export const scheduleForms: MoveForms = {
  'treatment_session.book': () => forms().then((all) => all.book),
  'treatment_session.reschedule': () => forms().then((all) => all.reschedule),
  'treatment_session.check_in': () => forms().then((all) => all.checkIn),
  'treatment_session.perform': () => forms().then((all) => all.perform),
  'treatment_session.miss': () => forms().then((all) => all.miss),
  'treatment_session.cancel': () => forms().then((all) => all.cancel),
  'treatment_session.unblock': () => forms().then((all) => all.unblock),
};
