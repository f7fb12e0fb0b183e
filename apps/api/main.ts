import 'reflect-metadata';
import { Config } from './config';
import { startApi } from './start-api';

try {
  const api = await startApi(Config.from(process.env));
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void api.close().then(() => process.exit(0)));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
