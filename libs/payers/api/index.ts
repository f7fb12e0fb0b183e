export { PayersModule } from './payers.module';
export * from './policies/policy-in-force';
