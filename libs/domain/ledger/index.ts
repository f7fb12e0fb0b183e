export * from './accounts';
export * from './card-number';
export * from './installments';
export * from './plan-standing';
export * from './session-charge';
export * from './totals';
