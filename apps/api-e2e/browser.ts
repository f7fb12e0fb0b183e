import { randomUUID } from 'node:crypto';
import { CaseView, Problem } from '@stipple/contracts';
import type { TestPerson } from '@stipple/testing';

export interface Answer<T = unknown> {
  readonly status: number;
  readonly body: T;
  readonly problem: Problem;
  readonly headers: Headers;
}

/** One signed-in browser, as far as the API can tell. */
export class Browser {
  private constructor(
    private readonly url: string,
    readonly cookie: string,
  ) {}

  static async signIn(url: string, { email, password }: TestPerson): Promise<Browser> {
    const response = await fetch(`${url}/api/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email, password }),
    });
    if (response.status !== 204)
      throw new Error(`sign-in failed: ${response.status} ${await response.text()}`);
    return new Browser(url, response.headers.getSetCookie()[0]?.split(';')[0] ?? '');
  }

  static stranger(url: string): Browser {
    return new Browser(url, '');
  }

  get<T = unknown>(path: string, headers: Record<string, string> = {}): Promise<Answer<T>> {
    return this.send('GET', path, undefined, headers);
  }

  post<T = unknown>(path: string, body: unknown, key: string = randomUUID()): Promise<Answer<T>> {
    return this.send('POST', path, JSON.stringify(body), {
      'content-type': 'application/json',
      'idempotency-key': key,
    });
  }

  /** Uploads a small PDF, or the bytes given. Returns the document's id. */
  async attach(caseId: string, kind: string, title = kind, bytes: Uint8Array = pdf): Promise<string> {
    const answer = await this.upload(caseId, { kind, title }, bytes);
    if (answer.status !== 201) throw new Error(`upload failed: ${JSON.stringify(answer.body)}`);
    return (answer.body as { id: string }).id;
  }

  upload(
    caseId: string,
    fields: Record<string, string>,
    bytes: Uint8Array,
    key: string = randomUUID(),
  ): Promise<Answer> {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    form.set('file', new Blob([Uint8Array.from(bytes)]), 'file');
    return this.send('POST', `/api/cases/${caseId}/documents`, form, { 'idempotency-key': key });
  }

  /** Makes something new and returns its id. */
  async make(path: string, body: unknown): Promise<string> {
    return mustBe(201, await this.post<{ id: string }>(path, body)).id;
  }

  /** Makes a move of something that exists. */
  async move(path: string, body: unknown): Promise<void> {
    mustBe(204, await this.post(path, body));
  }

  /** Tries what the rules refuse, and returns the codes of the refusals. */
  async refused(path: string, body: unknown): Promise<string[]> {
    const { code, refusals } = Problem.parse(mustBe(409, await this.post(path, body)));
    if (code !== 'refused') throw new Error(`expected a refusal, got ${code}`);
    return refusals.map((refusal) => refusal.code);
  }

  /** The case page; whatever state a story has reached, it has the promised form. */
  async case(id: string): Promise<CaseView> {
    return CaseView.parse(mustBe(200, await this.get(`/api/cases/${id}`)));
  }

  async send<T>(
    method: string,
    path: string,
    body?: string | FormData,
    headers: Record<string, string> = {},
  ): Promise<Answer<T>> {
    const response = await fetch(`${this.url}${path}`, {
      method,
      body,
      headers: { cookie: this.cookie, ...headers },
    });
    const text = await response.text();
    const isJson = /json/.test(response.headers.get('content-type') ?? '');
    const parsed = (isJson ? JSON.parse(text) : text) as T & Problem;
    return { status: response.status, body: parsed, problem: parsed, headers: response.headers };
  }
}

/** The smallest PDF that has a page. */
export const pdf = pdfSaying('a');

/** The same with something of its own in it, so that no two are one file. */
export function pdfSaying(words: string): Buffer {
  return Buffer.from(
    `%PDF-1.7\n% ${words}\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n` +
      '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
  );
}

/** What went wrong, for a test that expected success. */
export function mustBe<T>(status: number, answer: Answer<T>): T {
  if (answer.status !== status)
    throw new Error(`expected ${status}, got ${answer.status}: ${JSON.stringify(answer.body)}`);
  return answer.body;
}
