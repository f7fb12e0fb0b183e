/** What is wrong, without the values that PostgreSQL adds: they may be a patient's. */
export function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown fault';
  const { code, constraint } = error as { code?: string; constraint?: string };
  if (code === undefined) return error.message;
  return constraint === undefined ? `${error.name} ${code}` : `${error.name} ${code} (${constraint})`;
}

/** The same for the log; a mistake of ours comes with the place it was made. */
export function traceOf(error: unknown): string {
  const isDatabase = error instanceof Error && 'code' in error;
  return isDatabase || !(error instanceof Error) ? nameOf(error) : (error.stack ?? error.message);
}
