import { hash, verify } from '@node-rs/argon2';

/** In characters. Length is what makes a password strong (NIST SP 800-63B, 3.1.1.2); an upper limit bounds the work. */
export const PASSWORD_LENGTH = { min: 12, max: 256 } as const;

/**
 * Argon2id with 19 MiB, two passes and one lane, as OWASP's Password Storage Cheat Sheet has it: the least that it recommends,
 * so that a gateway can check several at once. The algorithm is the library's default.
 */
const ARGON2ID = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** The same password, however a keyboard composes its letters. */
const canonical = (password: string): string => password.normalize('NFKC');

export const hashPassword = (password: string): Promise<string> => hash(canonical(password), ARGON2ID);

let nobodysHash: Promise<string> | undefined;

/** Checks a password, with the same work whether there is one to compare with or not: the time of a refusal tells nothing. */
export async function passwordMatches(password: string, stored: string | null | undefined): Promise<boolean> {
  nobodysHash ??= hashPassword('nobody has this password');
  const compared = stored ?? (await nobodysHash);
  const matches = await verify(compared, canonical(password));
  return matches && typeof stored === 'string';
}
