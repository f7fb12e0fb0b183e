export * from './bill-against-estimate';
export * from './dispute';
export * from './dispute-refusals';
export * from './least-over';
