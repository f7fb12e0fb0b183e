export { SelfPayModule } from './selfpay.module';
