export * from './notice-titles';
export * from './plan-tasks';
export * from './watch';
export { renewalLeadDays } from './watch-clearances';
export { severityOf } from './watch-requests';
export { type OwedEstimate, estimatesDue } from './watch-estimates';
export * from './watches-of';
