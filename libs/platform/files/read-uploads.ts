import type { Readable } from 'node:stream';
import '@fastify/multipart';
import { refusal } from '@stipple/domain';
import { HttpProblem, SignedRequest } from '@stipple/http';

/** How much may come in one request. */
export interface UploadLimits {
  readonly mostBytes: number;
  readonly mostFiles: number;
}

/** A file as it comes in. `truncated` turns true when it is larger than allowed. */
export type Incoming = Readable & { readonly truncated: boolean };

type Keep<File> = (content: Incoming, name: string) => Promise<File>;

/**
 * Reads the files of a form, one after the other, and the fields beside them (multipart/form-data).
 *
 * @throws HttpProblem when there is no file, more than allowed, or a larger one
 */
export async function readUploads<File>(
  request: SignedRequest,
  limits: UploadLimits,
  keep: Keep<File>,
): Promise<{ files: readonly File[]; fields: Record<string, string> }> {
  if (!request.isMultipart())
    throw new HttpProblem(415, 'wrong_content_type', 'Send the file as multipart/form-data.');
  // Said before anything is read: nobody waits for gigabytes to be refused.
  if (Number(request.headers['content-length'] ?? 0) > limits.mostBytes * limits.mostFiles + 1_000_000)
    throw tooLarge(limits.mostBytes);
  const fields: Record<string, string> = {};
  const files: File[] = [];
  let ours: unknown = null;
  const noteOurs = (error: unknown): never => {
    throw (ours = error);
  };
  try {
    for await (const part of request.parts({ limits: partLimits(limits) })) {
      if (part.type === 'field') fields[part.fieldname] = String(part.value);
      else files.push(await keep(part.file, part.filename || `file ${files.length + 1}`).catch(noteOurs));
    }
  } catch (error) {
    throw limitBroken(error, limits) ?? (error === ours ? error : formUnreadable());
  }
  if (files.length === 0) throw unfitFile(400, 'file_missing', 'Choose a file.');
  return { files, fields };
}

/** The same for a form that holds exactly one file. */
export async function readUpload<File>(
  request: SignedRequest,
  mostBytes: number,
  keep: Keep<File>,
): Promise<{ file: File; fields: Record<string, string> }> {
  const { files, fields } = await readUploads(request, { mostBytes, mostFiles: 1 }, keep);
  return { file: files[0] as File, fields };
}

/** A refusal of the file itself, at its field. */
export function unfitFile(status: number, code: string, sentence: string): HttpProblem {
  return new HttpProblem(status, code, sentence, [refusal(code, sentence, 'file')]);
}

export const tooLarge = (mostBytes: number) =>
  unfitFile(413, 'too_large', `The file is larger than ${Math.floor(mostBytes / 1024 / 1024)} MB.`);

function partLimits({ mostBytes, mostFiles }: UploadLimits) {
  return { fileSize: mostBytes, files: mostFiles, fields: 10, fieldSize: 10_000 };
}

/** Whatever else the parser stumbles over is the form's own fault. */
const formUnreadable = () =>
  unfitFile(400, 'form_unreadable', 'The form could not be read; choose the file again.');

/** What the parser says of a form that breaks its limits, in words that name the field. */
function limitBroken(error: unknown, { mostBytes, mostFiles }: UploadLimits): HttpProblem | null {
  switch ((error as { code?: unknown } | null)?.code) {
    case 'FST_REQ_FILE_TOO_LARGE':
      return tooLarge(mostBytes);
    case 'FST_FILES_LIMIT':
      return mostFiles === 1
        ? unfitFile(413, 'one_file', 'Send one file at a time.')
        : unfitFile(413, 'too_many_files', `Send at most ${mostFiles} files at a time.`);
    default:
      return null;
  }
}
