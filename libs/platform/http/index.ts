export * from './access';
export * from './http-problem';
export * from './problem-filter';
export * from './request-parts';
export * from './settings';
export * from './sign-in-guard';
export * from './validation';
export * from './endpoints';
