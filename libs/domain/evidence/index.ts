export * from './joint-motions';
export * from './joints';
export * from './range-of-motion';
export * from './records';
export * from './scales';
export * from './statements';
export * from './told';
export * from './stated-facts';
