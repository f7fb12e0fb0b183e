export { NoticeBell } from './notice-bell';
export { watchingRoutes } from './watching.routes';
