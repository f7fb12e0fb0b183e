import { startTestGround } from '../test-ground.mjs';

export default async function start({ maxWorkers }) {
  globalThis.stopTestGround = await startTestGround(maxWorkers);
}
