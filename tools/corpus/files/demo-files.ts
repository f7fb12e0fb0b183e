import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { DemoPayer } from '../payers';
import { Picture } from './draw-picture';
import { simplePdf } from './simple-pdf';

export interface DemoFile {
  readonly sha256: Buffer;
  readonly content: Buffer;
  readonly mediaType: 'image/png' | 'application/pdf';
}

const skin = [222, 184, 156] as const;
const scar = [196, 120, 112] as const;
const paper = [238, 243, 244] as const;

/** Drawn, never photographed: a shape of the body part, the scar on it, and the scale. */
function drawings(): Readonly<Record<string, Picture>> {
  const sheet = () => new Picture(360, 280, paper);
  return {
    hand: sheet()
      .stroke(skin, [180, 260, 44], [180, 165, 56])
      .stroke(skin, [140, 150, 15], [118, 62, 11])
      .stroke(skin, [168, 140, 15], [160, 36, 11])
      .stroke(skin, [196, 140, 15], [202, 38, 11])
      .stroke(skin, [224, 150, 14], [246, 66, 10])
      .stroke(skin, [226, 210, 18], [288, 156, 12])
      .stroke(scar, [160, 190, 18], [206, 172, 12])
      .stroke(scar, [196, 172, 9], [202, 96, 6])
      .scaleBar(20, 262, 14),
    arm: sheet()
      .stroke(skin, [40, 70, 46], [190, 140, 38])
      .stroke(skin, [190, 140, 38], [330, 100, 26])
      .stroke(scar, [150, 128, 22], [232, 132, 15])
      .stroke(scar, [178, 116, 8], [176, 156, 12])
      .scaleBar(20, 250, 16),
    leg: sheet()
      .stroke(skin, [50, 60, 54], [190, 130, 40])
      .stroke(skin, [190, 130, 40], [236, 262, 30])
      .stroke(scar, [176, 112, 24], [214, 164, 14])
      .stroke(scar, [220, 190, 10], [226, 226, 8])
      .scaleBar(20, 262, 15),
    trunk: sheet()
      .stroke(skin, [180, 110, 84], [180, 260, 72])
      .stroke(skin, [88, 70, 30], [60, 230, 22])
      .stroke(skin, [272, 70, 30], [300, 230, 22])
      .stroke(scar, [140, 120, 26], [196, 150, 16])
      .scaleBar(20, 262, 12),
    head: sheet()
      .stroke(skin, [180, 96, 70], [180, 132, 60])
      .stroke(skin, [180, 180, 34], [180, 262, 52])
      .stroke(scar, [206, 134, 14], [196, 214, 10])
      .stroke(scar, [222, 112, 8], [214, 150, 10])
      .scaleBar(20, 262, 12),
  };
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
  for (const [name, picture] of Object.entries(drawings()))
    files.set(`photo ${name}`, fileOf(picture.png(), 'image/png'));
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

function fileOf(content: Buffer, mediaType: DemoFile['mediaType']): DemoFile {
  return { content, mediaType, sha256: createHash('sha256').update(content).digest() };
}

/** Puts the files where the API's file store looks for them: clinic, first two digits of the hash, hash. */
export async function keepFiles(folder: string, clinicId: string, files: Iterable<DemoFile>): Promise<void> {
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
