/** The API's role: it can neither change the schema nor rewrite history. */
export const applicationRole = 'stipple_app';

/** @returns the URL of the same database, as the API signs in */
export function asApplication(ownerUrl: string, applicationPassword: string): string {
  const url = new URL(ownerUrl);
  url.username = applicationRole;
  url.password = encodeURIComponent(applicationPassword);
  return url.toString();
}
