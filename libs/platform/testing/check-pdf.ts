import { createRequire } from 'node:module';

const packages = createRequire(import.meta.url);

interface Qpdf {
  readonly FS: { writeFile(path: string, bytes: Uint8Array): void };
  callMain(args: readonly string[]): number;
}

/**
 * What qpdf’s checker says of a file: 0 where its structure, every object and every stream hold, 2 for errors, 3 for
 * warnings. What is wrong it tells on the terminal.
 */
export async function checkPdf(pdf: Uint8Array): Promise<number> {
  const make = packages('@neslinesli93/qpdf-wasm') as (options: object) => Promise<Qpdf>;
  const wasm = packages.resolve('@neslinesli93/qpdf-wasm/dist/qpdf.wasm');
  const qpdf = await make({ locateFile: () => wasm, noInitialRun: true, print: () => undefined });
  qpdf.FS.writeFile('/file.pdf', pdf);
  return qpdf.callMain(['--check', '/file.pdf']);
}
