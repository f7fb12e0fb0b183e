export * from './minimum-necessary';
export * from './omissions';
