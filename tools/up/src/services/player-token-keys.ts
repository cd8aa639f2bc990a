import { createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The EC P-256 pair that signs and verifies player tokens; PEM. */
export interface PlayerTokenKeys {
  readonly privateKey: string;
  readonly publicKey: string;
}

/**
 * The pair of the environment if it names one, else the pair of this data folder, made at the first start: tokens stay
 * valid across restarts.
 */
export function playerTokenKeys(dataDir: string, environment: NodeJS.ProcessEnv): PlayerTokenKeys {
  const privateKey = environment['LAUREL_PLAYER_TOKEN_PRIVATE_KEY'];
  const publicKey = environment['LAUREL_PLAYER_TOKEN_PUBLIC_KEY'];
  if (privateKey && publicKey) return { privateKey, publicKey };
  const file = join(dataDir, 'player-token-key.pem');
  return readKeys(file) ?? makeKeys(dataDir, file);
}

function readKeys(file: string): PlayerTokenKeys | undefined {
  try {
    const privateKey = readFileSync(file, 'utf8');
    const publicKey = createPublicKey(createPrivateKey(privateKey)).export({ type: 'spki', format: 'pem' });
    return { privateKey, publicKey: publicKey.toString() };
  } catch {
    return undefined;
  }
}

function makeKeys(dataDir: string, file: string): PlayerTokenKeys {
  const pair = generateKeyPairSync('ec', {
    namedCurve: 'P-256',
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
  mkdirSync(dataDir, { recursive: true });
  writeFileSync(file, pair.privateKey, { mode: 0o600 });
  return pair;
}
