import { createHash, randomUUID } from 'node:crypto';
import { CasePhotos, type SentPhotoView, YourCaseView } from '@stipple/contracts';
import { photoConsentWords } from '@stipple/domain';
import { type Answer, Browser, mustBe } from './browser';
import { birthDate, newToken } from './patient-story';
import { drawnPicture } from './photo-story';
import type { Team } from './story';

// The patient comes by a link to their case, and has no account.

export const caseLink = (token: string, more: object = {}) => ({
  tokenSha256: createHash('sha256').update(token).digest('hex'),
  days: 14,
  takesPhotos: true,
  givesPapers: true,
  ...more,
});

/** The coordinator makes a link to a case; returns what stands behind its #. */
export async function sendCaseLink(
  { coordinator }: Team,
  caseId: string,
  more: object = {},
): Promise<string> {
  const token = newToken();
  await coordinator.make(`/api/cases/${caseId}/patient-links`, caseLink(token, more));
  return token;
}

/** What goes beside a photograph; its own consent to the plan may be left out. */
export const photoForm = (more: Record<string, string> = {}) => {
  const form: Record<string, string> = {
    view: 'front',
    showsScale: 'yes',
    allowsPayer: 'yes',
    consentLanguage: 'en',
    ...more,
  };
  const language = form['consentLanguage'] === 'es' ? 'es' : 'en';
  return { consentWords: photoConsentWords(language, form['allowsPayer'] === 'yes'), ...form };
};

let colours = 0;
/** Unlike any other that is drawn here: the same photograph is taken once. */
const anotherPicture = () =>
  drawnPicture(640, 480, `hsl(${(colours += 7) % 360} 60% ${40 + (colours % 31)}%)`);

/** The patient's browser. It holds nothing but what the page has set. */
export class CasePatient {
  private cookie = '';

  constructor(private readonly browser: Pick<Browser, 'send'>) {}

  /** Comes by a new link of the clinic's. */
  static async of(team: Team, caseId: string, more: object = {}): Promise<CasePatient> {
    const patient = new CasePatient(team.coordinator);
    mustBe(204, await patient.opens(await sendCaseLink(team, caseId, more)));
    return patient;
  }

  async opens(token: string, born = birthDate, page = 'your-case'): Promise<Answer> {
    const body = JSON.stringify({ token, birthDate: born });
    const answer = await this.send('POST', `/api/${page}/openings`, body, {
      'content-type': 'application/json',
    });
    this.cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? this.cookie;
    return answer;
  }

  looks(page = 'your-case'): Promise<Answer> {
    return this.send('GET', `/api/${page}`);
  }

  async reads(): Promise<YourCaseView> {
    return YourCaseView.parse(mustBe(200, await this.looks()));
  }

  async sends(
    form: Record<string, string> = photoForm(),
    bytes?: Uint8Array,
    key: string = randomUUID(),
  ): Promise<Answer> {
    const sent = new FormData();
    for (const [name, value] of Object.entries(form)) sent.set(name, value);
    sent.set('file', new Blob([Uint8Array.from(bytes ?? (await anotherPicture()))]), 'photo.jpg');
    return this.send('POST', '/api/your-case/photos', sent, { 'idempotency-key': key });
  }

  papers(language: 'en' | 'es' = 'en'): Promise<Answer> {
    return this.send('GET', `/api/your-case/papers?language=${language}`);
  }

  /** The cookie, for whoever has to read bytes. */
  get headers(): { readonly cookie: string } {
    return { cookie: this.cookie };
  }

  private send(
    method: string,
    path: string,
    body?: string | FormData,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    return this.browser.send(method, path, body, { ...headers, ...this.headers });
  }
}

/** What waits to be looked at, as the clinic sees it. */
export async function sentPhotos({ coordinator }: Team, caseId: string): Promise<readonly SentPhotoView[]> {
  return CasePhotos.parse(mustBe(200, await coordinator.get(`/api/cases/${caseId}/photos`))).fromPatient;
}

/** A patient sends one photograph; returns its id. */
export async function sentPhoto(team: Team, caseId: string): Promise<string> {
  const patient = await CasePatient.of(team, caseId);
  return (mustBe(201, await patient.sends()) as { id: string }).id;
}
