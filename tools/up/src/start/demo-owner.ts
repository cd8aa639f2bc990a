import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runAppScript } from '../services/run-app-script.ts';
import type { DemoWorkspacesOptions } from './demo-workspaces.ts';

/** Who signs in to the demo's tenant. */
export interface DemoOwner {
  readonly email: string;
  readonly password: string;
}

const email = 'owner@demo.example';

/**
 * The owner of the demo's tenant, with a password of this data folder, readable by its owner alone. Made anew only when it is not
 * there or no longer signs in.
 * @returns undefined where the admin gateway does not run: nobody could sign in.
 */
export async function demoOwner(options: DemoWorkspacesOptions): Promise<DemoOwner | undefined> {
  const { adminUrl } = options;
  if (adminUrl === undefined) return undefined;
  const file = join(options.dataDir, 'demo-owner.json');
  const known = readOwner(file);
  if (known && (await signsIn(adminUrl, known, options.signal))) return known;
  const owner: DemoOwner = { email, password: randomBytes(18).toString('base64url') };
  const token = await createOwner(options);
  const { status } = await post(`${adminUrl}/v1/passwords`, { token, password: owner.password }, options.signal);
  if (status !== 204) throw new Error(`the demo's owner could not be given a password (status ${status})`);
  writeFileSync(file, `${JSON.stringify(owner, undefined, 2)}\n`, { mode: 0o600 });
  return owner;
}

/** A wrong password is told from a second factor, which the owner may have set up: that one works. */
async function signsIn(adminUrl: string, owner: DemoOwner, signal: AbortSignal): Promise<boolean> {
  const answer = await post(`${adminUrl}/v1/sessions`, owner, signal);
  const { code } = (await answer.json()) as { code?: unknown };
  return code !== 'operators.sign_in_refused';
}

const post = (url: string, body: object, signal: AbortSignal): Promise<Response> =>
  fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    signal: AbortSignal.any([signal, AbortSignal.timeout(10_000)]),
  });

async function createOwner(options: DemoWorkspacesOptions): Promise<string> {
  const args = ['--tenant', 'demo', '--email', email];
  const output = await runAppScript({ ...options, app: 'admin-gateway', script: 'create-owner', args });
  const [, token] = /"passwordToken":"([^"]+)"/.exec(output) ?? [];
  if (token === undefined) throw new Error('create-owner printed no token for the demo');
  return token;
}

function readOwner(file: string): DemoOwner | undefined {
  try {
    const { email, password } = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
    return typeof email === 'string' && typeof password === 'string' ? { email, password } : undefined;
  } catch {
    return undefined;
  }
}
