export * from './avoidable-denial';
export * from './metric';
export * from './metric-dimensions';
export * from './metrics';
export * from './rate';
