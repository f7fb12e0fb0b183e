import 'reflect-metadata';
import { openStage } from '@stipple/api-e2e';

/* One stage in a process of its own: a database, the real API and the built dashboard on one port. */
const dashboard = process.argv[2] ?? '';
const stage = await openStage({ DASHBOARD_FOLDER: dashboard });
process.send?.({ url: stage.url, clinic: stage.clinic, ownerUrl: stage.db.ownerUrl });
process.on('message', (what) => {
  void (what === 'stop' ? stage.stopApi() : stage.startApi()).then(() => process.send?.({ api: what }));
});
process.on('disconnect', () => void stage.close().then(() => process.exit(0)));
