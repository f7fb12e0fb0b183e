import 'reflect-metadata';
import { Config, startApi } from '@stipple/api';
import type { Trip } from './trip';
import { Recorder } from './recorder';
import { obey } from './orders';

/* The API as `npm start` runs it, which also tells its parent what it used and what it asked of PostgreSQL. */
let recorded: () => Trip = () => [];
const api = await startApi(Config.from(process.env));
obey(({ what }) => {
  if (what === 'record') recorded = new Recorder().begin();
  if (what === 'recorded') return recorded();
  return null;
});
process.send?.({ url: api.url.replace('localhost', '127.0.0.1') });
