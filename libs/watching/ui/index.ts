export { watchingRoutes } from './watching.routes';
