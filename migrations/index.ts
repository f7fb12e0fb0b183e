export { applicationRole, asApplication, migrate, migrateBeside } from './migrate';
