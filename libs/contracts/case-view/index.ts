export * from './case-view';
export { OfferedMove } from './parts';
export * from './payer';
export * from './preparation';
export * from './treatment';
