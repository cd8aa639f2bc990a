import { randomBytes } from 'node:crypto';
import { hashSecret, readSecretKey, secretMatches, writeSecretKey } from './secret-key.js';

const KEY_ID = 'key_0193d3a5-7a3c-7000-8000-0123456789ab';

describe('a secret key', () => {
  it('is read as it was written', () => {
    const random = randomBytes(32);
    const parts = readSecretKey(writeSecretKey('test', KEY_ID, random));
    expect(parts?.keyId).toBe(KEY_ID);
    expect(parts?.secret).toHaveLength(43);
  });

  it('has the same length whatever its random bytes are', () => {
    const [least, most] = [new Uint8Array(32), new Uint8Array(32).fill(255)].map((bytes) =>
      writeSecretKey('live', KEY_ID, bytes),
    );
    expect(least).toHaveLength(most?.length ?? 0);
    expect(readSecretKey(most ?? '')?.keyId).toBe(KEY_ID);
  });

  it('tells two different secrets apart', () => {
    const [first, second] = [randomBytes(32), randomBytes(32)].map((bytes) =>
      readSecretKey(writeSecretKey('test', KEY_ID, bytes)),
    );
    expect(first?.secret).not.toBe(second?.secret);
  });

  it.each([
    ['another prefix', 'sk_test_0193d3a5-7a3c-7000-8000-0123456789ab_x'],
    ['another mode', writeSecretKey('test', KEY_ID, randomBytes(32)).replace('test', 'prod')],
    ['a cut secret', writeSecretKey('test', KEY_ID, randomBytes(32)).slice(0, -1)],
    ['more behind it', `${writeSecretKey('test', KEY_ID, randomBytes(32))}x`],
    ['nothing', ''],
  ])('is not read from a text with %s', (_what, text) => {
    expect(readSecretKey(text)).toBeUndefined();
  });

  it('matches the hash of its own secret only', () => {
    expect(secretMatches('abc', hashSecret('abc'))).toBe(true);
    expect(secretMatches('abd', hashSecret('abc'))).toBe(false);
    expect(secretMatches('abc', '')).toBe(false);
  });
});
