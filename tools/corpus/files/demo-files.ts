import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { DemoPayer } from '../payers';
import { drawings } from './draw-scars';
import { simplePdf } from './simple-pdf';

export interface DemoFile {
  readonly sha256: Buffer;
  readonly content: Buffer;
  readonly mediaType: 'image/png' | 'application/pdf';
  /** What a picture measures, and the small copy that a list shows. */
  readonly picture?: { readonly width: number; readonly height: number; readonly small: DemoFile };
}

const sample = 'Sample document of a demo clinic. Nobody in it exists.';

const sheets: Readonly<Record<string, readonly string[]>> = {
  range_of_motion: [
    '# Range of motion',
    'Goniometer, seated, active movement, three trials, mean noted.',
    '',
    'Joint and direction: see the letter of this case.',
    'Examiner: clinician of the day',
    'Compared with the other side where there is one.',
  ],
  scar_scale: [
    '# Scar scale (VSS)',
    'Vascularity 0-3: ___   Pigmentation 0-2: ___',
    'Pliability 0-5: ___    Height 0-3: ___',
    '',
    'Total 0-13: see the letter of this case.',
    'Rated by the treating physician in daylight.',
  ],
  prior_treatment: [
    '# Earlier treatment',
    'Summary of conservative care by the referring practice:',
    'silicone, compression, massage and therapy as listed in the letter.',
    '',
    'Result: improvement reached a plateau.',
  ],
  clinical_note: [
    '# Clinical note',
    'First consultation. History, examination and plan as described in the letter.',
    '',
    'Consent to photographs for the record: yes.',
  ],
  submission_proof: [
    '# Transmission report',
    'Pages sent: 11   Pages confirmed: 11',
    'Result: OK',
    '',
    'Kept as proof of submission.',
  ],
  waiver: [
    '# Non-covered service',
    'I was told before treatment that my plan may not pay for this service,',
    'what it costs, and that I may decline it.',
    '',
    'Signature: on file',
  ],
  signed_estimate: [
    '# Good faith estimate',
    'Service, number of sessions and price as agreed; valid as stated.',
    'I may dispute a bill that is 400 dollars or more above this estimate.',
    '',
    'Signature: on file',
  ],
};

/** Every file of the demo clinic, by the name under which stories attach it. Many cases share one. */
export function demoFiles(payers: readonly DemoPayer[]): ReadonlyMap<string, DemoFile> {
  const files = new Map<string, DemoFile>();
  for (const [name, file] of photographs()) files.set(name, file);
  for (const [name, lines] of Object.entries(sheets))
    files.set(name, fileOf(simplePdf([...lines, '', sample]), 'application/pdf'));
  for (const { key, name, policy } of payers) {
    const letter = (title: string, line: string) =>
      fileOf(
        simplePdf([
          `# ${name}`,
          title,
          '',
          line,
          '',
          'Details and reference numbers: see the case.',
          '',
          sample,
        ]),
        'application/pdf',
      );
    files.set(`approval ${key}`, letter('Notice of approval', 'The requested service has been reviewed.'));
    files.set(
      `denial ${key}`,
      letter('Notice of denial', 'You have the right to appeal; instructions are enclosed.'),
    );
    files.set(`policy ${key}`, letter(policy, 'Excerpt as read by the clinic.'));
  }
  return files;
}

let drawn: readonly (readonly [string, DemoFile])[] | null = null;

/** Drawn once for all clinics of a process: it takes a second. */
function photographs(): readonly (readonly [string, DemoFile])[] {
  drawn ??= Object.entries(drawings).flatMap(([name, draw]) => {
    const large = draw(2);
    const { width, height } = large;
    const small = fileOf(draw(1).png(), 'image/png');
    const file: DemoFile = { ...fileOf(large.png(), 'image/png'), picture: { width, height, small } };
    return [[`photo ${name}`, file] as const, [`photo ${name}, small`, small] as const];
  });
  return drawn;
}

function fileOf(content: Buffer, mediaType: DemoFile['mediaType']): DemoFile {
  return { content, mediaType, sha256: createHash('sha256').update(content).digest() };
}

/** Puts the files where the API's file store looks for them: clinic, first two digits of the hash, hash. */
export async function keepFiles(
  folder: string,
  clinicId: string,
  files: Iterable<Pick<DemoFile, 'sha256' | 'content'>>,
): Promise<void> {
  for (const { sha256, content } of files) {
    const name = sha256.toString('hex');
    const place = join(folder, clinicId, name.slice(0, 2), name);
    if (existsSync(place)) continue;
    await mkdir(dirname(place), { recursive: true });
    // Renamed into its place when whole, so that a file cut short is never found there.
    await writeFile(`${place}.half`, content);
    await rename(`${place}.half`, place);
  }
}
