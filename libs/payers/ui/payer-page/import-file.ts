import { ApiProblem } from '@stipple/ui';

const mostBytes = 1_000_000;

/** The JSON in a file that somebody chose. @throws ApiProblem that says what is wrong with it */
export async function readPolicyFile(file: File): Promise<Record<string, unknown>> {
  if (file.size > mostBytes) throw wrong(`${file.name} is larger than a megabyte; no policy is.`);
  try {
    const read: unknown = JSON.parse(await file.text());
    if (typeof read === 'object' && read !== null && !Array.isArray(read))
      return read as Record<string, unknown>;
  } catch {
    throw wrong(`${file.name} is not JSON. Choose a file that was exported from a policy.`);
  }
  throw wrong(`${file.name} holds no policy. Choose a file that was exported from one.`);
}

function wrong(sentence: string): ApiProblem {
  return new ApiProblem(400, 'file_wrong', 'Not imported', [{ code: 'file_wrong', sentence }], undefined);
}
