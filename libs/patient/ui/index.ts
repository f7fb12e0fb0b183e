export { yourCaseRoutes } from './patient.routes';
