export { screeningRoutes } from './screening.routes';
