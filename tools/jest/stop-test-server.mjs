export default async function stop() {
  await globalThis.stippleTestServer?.stop();
}
