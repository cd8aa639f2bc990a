import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { pipeline } from 'node:stream/promises';

/** SHA-256 of a file, in lower-case hexadecimal. */
export async function sha256OfFile(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}

/** @throws Error when the file is not the one that was pinned: it must not be run. */
export async function verifyDigest(file: string, expected: string): Promise<void> {
  const actual = await sha256OfFile(file);
  if (actual !== expected) {
    throw new Error(
      `${basename(file)} is not the file that Laurel was tested with and will not be run: ` +
        `its SHA-256 is ${actual}, expected ${expected}. Look at the package index that pip is set up with.`,
    );
  }
}
