export * from './add-job';
export * from './clinic-transaction';
export * from './jobs';
export * from './jobs.module';
