export { CasesModule } from './cases.module';
export { screeningsJson } from './screenings-json';
