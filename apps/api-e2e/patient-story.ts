import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { PatientEstimateView } from '@stipple/contracts';
import { type Answer, Stage, mustBe } from './harness';
import type { Team } from './story';

// The patient comes by a link, and has no account.

export const birthDate = '1980-01-01';

/** As the clinic's browser draws it: 256 random bits. */
export const newToken = () => randomBytes(32).toString('base64url');

export const linkTo = ({ clinic }: Team, token: string, more: object = {}) => ({
  estimate: 1,
  tokenSha256: createHash('sha256').update(token).digest('hex'),
  days: 14,
  clinicianIds: [clinic.clinicianId],
  ...more,
});

/** The coordinator makes a link; returns what stands behind its #. */
export async function sendLink({ coordinator, ...team }: Team, id: string, more: object = {}) {
  const token = newToken();
  await coordinator.make(
    `/api/self-pay-agreements/${id}/patient-links`,
    linkTo({ coordinator, ...team }, token, more),
  );
  return token;
}

/** The patient's browser. It holds nothing but what the page has set. */
export class Patient {
  private cookie = '';

  constructor(private readonly stage: Pick<Stage, 'url'>) {}

  async opens(token: string, born = birthDate): Promise<Answer> {
    const answer = await this.send('POST', '/openings', { token, birthDate: born });
    this.cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? this.cookie;
    return answer;
  }

  async reads(): Promise<PatientEstimateView> {
    return PatientEstimateView.parse(mustBe(200, await this.looks()));
  }

  looks(): Promise<Answer> {
    return this.send('GET', '');
  }

  signs(sha256: string, more: object = {}, key: string = randomUUID()): Promise<Answer> {
    const form = { sha256, signerName: 'Alpha Testpatient', agrees: true, ...more };
    return this.send('POST', '/signatures', form, key);
  }

  looksAtCards(): Promise<Answer> {
    return this.send('GET', '/card-payments');
  }

  pays(chosen: { of: 'next' | 'all'; cents: number }): Promise<Answer> {
    return this.send('POST', '/card-payments', chosen);
  }

  private async send(
    method: string,
    path: string,
    body?: object,
    key: string = randomUUID(),
  ): Promise<Answer> {
    const response = await fetch(`${this.stage.url}/api/your-estimate${path}`, {
      method,
      headers: { cookie: this.cookie, 'content-type': 'application/json', 'idempotency-key': key },
      ...(body && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const parsed = (text === '' ? {} : JSON.parse(text)) as Answer['problem'];
    return { status: response.status, body: parsed, problem: parsed, headers: response.headers };
  }
}
