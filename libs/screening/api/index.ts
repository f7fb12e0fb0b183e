export { ScreeningModule } from './screening.module';
