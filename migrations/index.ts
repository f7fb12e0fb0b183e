export { applicationRole, asApplication } from './application-role';
export { migrate, migrateBeside } from './migrate';
export { released } from './released';
