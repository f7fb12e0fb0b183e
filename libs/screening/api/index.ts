export { ScreeningModule } from './screening.module';
export { type Ask, type Screened, readBasis, screenNow } from './screening-now';
