import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import { Answer, Browser } from './browser';

/** A drawn picture, unlike any other in its colour. */
export function drawnPicture(width = 900, height = 600, colour = '#c98'): Promise<Buffer> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="${colour}"/><path d="M90 300 q 200 -120 480 20" stroke="#a33" stroke-width="26" fill="none"/></svg>`;
  return sharp(Buffer.from(svg)).jpeg().toBuffer();
}

export interface SentPhoto {
  readonly bytes: Uint8Array;
  readonly fields?: Record<string, string>;
  readonly key?: string;
}

/** What a form sends with a photograph that may go to the payer. */
export const photoFields = (today: string): Record<string, string> => ({
  takenOn: today,
  view: 'front',
  showsScale: 'yes',
  consentUses: 'record,payer',
  consentBy: 'patient',
  consentOn: today,
});

export function sendPhoto(
  browser: Browser,
  caseId: string,
  { bytes, fields = {}, key }: SentPhoto,
): Promise<Answer> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  form.set('file', new Blob([Uint8Array.from(bytes)]), 'photo.jpg');
  return browser.send('POST', `/api/cases/${caseId}/photos`, form, {
    'idempotency-key': key ?? randomUUID(),
  });
}
