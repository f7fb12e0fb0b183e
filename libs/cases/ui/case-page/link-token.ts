/** A link as the patient gets it. What stands behind the # goes to no server until they open it. */
export const linkAddress = (page: 'your-estimate' | 'your-case', token: string) =>
  `${location.origin}/${page}#${token}`;

/** 256 random bits, as 43 letters that an address can hold. */
export function newToken(): string {
  const bits = crypto.getRandomValues(new Uint8Array(32));
  return btoa(String.fromCharCode(...bits)).replace(/[+/=]/g, (letter) => addressLetters[letter] ?? '');
}
const addressLetters: Readonly<Record<string, string>> = { '+': '-', '/': '_' };

export async function sha256(token: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(token));
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
