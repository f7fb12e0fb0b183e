export { PayersModule } from './payers.module';
