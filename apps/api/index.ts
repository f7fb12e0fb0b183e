export { Config } from './config';
export { startApi, type RunningApi } from './start-api';
