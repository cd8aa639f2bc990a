/** The token behind the `#` of an address; as it stands there where it was cut or changed on its way. */
export function tokenIn(hash: string): string {
  const token = hash.replace(/^#/, '');
  try {
    return decodeURIComponent(token);
  } catch {
    return token;
  }
}
