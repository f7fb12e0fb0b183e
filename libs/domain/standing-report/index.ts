export * from './aging';
export * from './recorded-steps';
export * from './standing-definitions';
export * from './standing-lists';
