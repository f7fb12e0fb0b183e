export * from './avoidable-denial';
export * from './dimension-keys';
export * from './metric';
export * from './metric-dimensions';
export * from './metrics';
export * from './rate';
export * from './report-range';
