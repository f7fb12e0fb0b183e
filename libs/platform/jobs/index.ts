export * from './add-job';
export * from './clinic-transaction';
export { nameOf } from './fault';
export * from './jobs';
export * from './jobs.module';
export { type Letter, type Mail, NotTaken, sendMail } from './mailer';
