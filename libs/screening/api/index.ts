export { ScreeningModule } from './screening.module';
export { type Ask, type Screened, screenNow } from './screening-now';
