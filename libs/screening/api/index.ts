export { ScreeningModule } from './screening.module';
export { type Screened, readBasis, screenNow } from './screening-now';
