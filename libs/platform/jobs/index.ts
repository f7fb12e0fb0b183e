export * from './add-job';
export * from './clinic-transaction';
export { nameOf } from './fault';
export * from './jobs';
export * from './jobs.module';
export type { Mail } from './mailer';
export { type Post, sendOnce } from './send-once';
