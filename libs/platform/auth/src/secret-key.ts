import { hash, timingSafeEqual } from 'node:crypto';
import { KEY_MARKS, type KeyKind, kindOfMark } from './key-kind.js';

/** `test` keys belong to dev and staging, `live` keys to live: a glance at a leaked key tells what it opens. */
export type SecretKeyMode = 'test' | 'live';

export interface SecretKeyParts {
  /** `key_<uuid>` */
  readonly keyId: string;
  readonly kind: KeyKind;
  readonly secret: string;
}

/** Random bytes in a secret: 256 bits. */
export const SECRET_BYTES = 32;

const SECRET_KEY = /^lrl_(?:test|live)_([a-z]{2})_([0-9a-f-]{36})_([0-9A-Za-z]{43})$/;
const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const SECRET_LENGTH = 43;

/**
 * Writes a key as its owner sees it, once: `lrl_test_sk_<uuid of the key id>_<secret>`, `pk` or `rk` for the other kinds. The secret is base62, so that `_`
 * always separates parts.
 *
 * @param keyId `key_<uuid>`
 * @param random `SECRET_BYTES` random bytes
 */
export function writeSecretKey(
  mode: SecretKeyMode,
  keyId: string,
  random: Uint8Array,
  kind: KeyKind = 'secret',
): string {
  return `lrl_${mode}_${KEY_MARKS[kind]}_${keyId.replace(/^key_/, '')}_${base62(random)}`;
}

/** The parts of a key of any kind; undefined for anything else. */
export function readSecretKey(token: string): SecretKeyParts | undefined {
  const [, mark = '', uuid, secret] = SECRET_KEY.exec(token) ?? [];
  const kind = kindOfMark(mark);
  return kind && uuid && secret ? { keyId: `key_${uuid}`, kind, secret } : undefined;
}

/** What is stored of a secret: SHA-256, hex. A fast hash is enough for 256 random bits. */
export const hashSecret = (secret: string): string => hash('sha256', secret, 'hex');

/** Compares in constant time, so that the time of a refusal tells nothing of the stored hash. */
export function secretMatches(secret: string, storedHash: string): boolean {
  const expected = Buffer.from(storedHash, 'hex');
  const actual = hash('sha256', secret, 'buffer');
  return expected.length === actual.length && timingSafeEqual(actual, expected);
}

function base62(bytes: Uint8Array): string {
  let rest = BigInt(`0x${Buffer.from(bytes).toString('hex')}`);
  let text = '';
  while (text.length < SECRET_LENGTH) {
    text = `${BASE62[Number(rest % 62n)] ?? ''}${text}`;
    rest /= 62n;
  }
  return text;
}
