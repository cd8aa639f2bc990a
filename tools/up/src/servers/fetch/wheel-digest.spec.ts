import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { verifyDigest } from './wheel-digest.ts';

describe('verifyDigest', () => {
  // The published SHA-256 of the three bytes "abc" (FIPS 180-2, appendix B.1).
  const digestOfAbc = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
  let dir: string;

  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'laurel-digest-'));
  });
  afterEach(() => rmSync(dir, { recursive: true }));

  it('accepts the file that was pinned', async () => {
    writeFileSync(join(dir, 'a.whl'), 'abc');
    await expect(verifyDigest(join(dir, 'a.whl'), digestOfAbc)).resolves.toBeUndefined();
  });

  it('refuses any other and names both digests', async () => {
    writeFileSync(join(dir, 'a.whl'), 'abd');
    await expect(verifyDigest(join(dir, 'a.whl'), digestOfAbc)).rejects.toThrow(
      new RegExp(`^a.whl is not the file that Laurel was tested with.*expected ${digestOfAbc}`),
    );
  });
});
