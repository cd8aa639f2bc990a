import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * What encrypts operators' one-time codes: the environment's key if it names one, else the key of this data folder, made at the first
 * start. 32 bytes in base64.
 */
export function operatorSecretsKey(dataDir: string, environment: NodeJS.ProcessEnv): string {
  const given = environment['LAUREL_OPERATOR_SECRETS_KEY'];
  if (given) return given;
  const file = join(dataDir, 'operator-secrets.key');
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    const key = randomBytes(32).toString('base64');
    mkdirSync(dataDir, { recursive: true });
    writeFileSync(file, `${key}\n`, { mode: 0o600 });
    return key;
  }
}
