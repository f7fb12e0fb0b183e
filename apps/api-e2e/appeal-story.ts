import { AppealOutlineView, Problem } from '@stipple/contracts';
import { pdfText } from '@stipple/testing';
import { mustBe } from './browser';
import type { Stage } from './harness';
import type { Team } from './story';

export interface Denied {
  readonly caseId: string;
  readonly requestId: string;
}

/** The desk of appeals, as the verbs of those who work at it. */
export function appealsOf(stage: Stage, { coordinator, physician, clinic }: Team) {
  /** An appeal in the clinic’s own right, so that it needs no form of the patient. */
  const open = ({ caseId, requestId }: Denied, kind = 'appeal_1') =>
    coordinator.make(`/api/cases/${caseId}/challenges`, {
      requestId,
      kind,
      ...(kind.startsWith('appeal') && { appealsAs: 'own_right' }),
    });
  const outline = async (id: string) =>
    AppealOutlineView.parse(mustBe(200, await coordinator.get(`/api/challenges/${id}/outline`)));
  const write = async (id: string) => {
    const { text } = await outline(id);
    await coordinator.move(`/api/challenges/${id}/wordings`, { version: 1, body: text });
  };
  /** The file as it comes, or the sentences that come instead. */
  const exported = async (id: string): Promise<string | readonly string[]> => {
    const response = await fetch(`${stage.url}/api/challenges/${id}/packet`, {
      headers: { cookie: coordinator.cookie },
    });
    if (response.status === 200) return pdfText(Buffer.from(await response.arrayBuffer()));
    expect(response.status).toBe(409);
    return Problem.parse(await response.json()).refusals.map(({ sentence }) => sentence);
  };
  /** Written from the record, signed by the physician, and exported. */
  const signed = async (id: string): Promise<string> => {
    await write(id);
    const password = clinic.physician.password;
    await physician.move(`/api/challenges/${id}/signatures`, { version: 2, password });
    const file = await exported(id);
    expect(file).toEqual(expect.any(String));
    return String(file);
  };
  return { open, outline, write, exported, signed };
}
