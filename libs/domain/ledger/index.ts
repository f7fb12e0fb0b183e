export * from './accounts';
export * from './card-number';
export * from './card-payments';
export * from './installments';
export * from './money-moves';
export * from './plan-standing';
export * from './session-charge';
export * from './totals';
