export * from './plan-tasks';
export * from './watch';
export { renewalLeadDays } from './watch-clearances';
export * from './watches-of';
