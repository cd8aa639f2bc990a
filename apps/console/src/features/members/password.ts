export const SHORTEST_PASSWORD = 12;
const LONGEST_PASSWORD = 256;

/** Why a password can't be chosen; null when it can. */
export function problemOfPassword(password: string): string | null {
  if (password.length < SHORTEST_PASSWORD) return `At least ${SHORTEST_PASSWORD} characters`;
  return password.length > LONGEST_PASSWORD ? `At most ${LONGEST_PASSWORD} characters` : null;
}
