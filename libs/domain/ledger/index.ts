export * from './accounts';
export * from './card-number';
export * from './installments';
export * from './money-moves';
export * from './plan-standing';
export * from './reversal';
export * from './session-charge';
export * from './totals';
