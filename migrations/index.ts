export { applicationRole, asApplication, migrate } from './migrate';
