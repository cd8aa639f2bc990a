import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runAppScript } from '../services/run-app-script.ts';

export const demoEnvironments = ['dev', 'staging'] as const;

export interface DemoWorkspace {
  readonly workspace: string;
  readonly tenant: string;
  readonly environment: string;
  readonly secretKey: string;
}

export interface DemoWorkspacesOptions {
  readonly root: string;
  readonly dataDir: string;
  readonly environment: Readonly<Record<string, string>>;
  /** Where a key can be tried; without it the stored keys are taken on trust. */
  readonly adminUrl: string | undefined;
  readonly signal: AbortSignal;
}

/**
 * The two workspaces of the demo with a secret key each. Keys are kept in the data folder, readable by its owner alone,
 * and minted anew only when they are not there or no longer work.
 */
export async function demoWorkspaces(options: DemoWorkspacesOptions): Promise<DemoWorkspace[]> {
  const file = join(options.dataDir, 'demo.json');
  const stored = readWorkspaces(file);
  const workspaces = await Promise.all(
    demoEnvironments.map(async (environment) => {
      const known = stored.find((workspace) => workspace.environment === environment);
      return known && (await works(known, options)) ? known : createWorkspace(environment, options);
    }),
  );
  mkdirSync(options.dataDir, { recursive: true });
  writeFileSync(file, `${JSON.stringify(workspaces, undefined, 2)}\n`, { mode: 0o600 });
  return workspaces;
}

async function works({ secretKey }: DemoWorkspace, options: DemoWorkspacesOptions): Promise<boolean> {
  if (options.adminUrl === undefined) return true;
  const { status } = await fetch(`${options.adminUrl}/v1/releases`, {
    headers: { authorization: `Bearer ${secretKey}` },
    signal: AbortSignal.any([options.signal, AbortSignal.timeout(10_000)]),
  });
  return status !== 401 && status !== 403;
}

async function createWorkspace(environment: string, options: DemoWorkspacesOptions): Promise<DemoWorkspace> {
  const output = await runAppScript({
    ...options,
    app: 'admin-gateway',
    script: 'create-workspace',
    args: ['--tenant', 'demo', '--environment', environment],
  });
  const line = output.split('\n').findLast((text) => text.startsWith('{') && text.includes('"secretKey"'));
  const workspace = line === undefined ? undefined : asWorkspace(JSON.parse(line));
  if (workspace === undefined) throw new Error(`create-workspace printed no key for demo/${environment}`);
  return workspace;
}

function readWorkspaces(file: string): DemoWorkspace[] {
  try {
    const stored: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return Array.isArray(stored) ? stored.flatMap((entry) => asWorkspace(entry) ?? []) : [];
  } catch {
    return [];
  }
}

function asWorkspace(value: unknown): DemoWorkspace | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { workspace, tenant, environment, secretKey } = value as Record<string, unknown>;
  if (typeof workspace !== 'string' || typeof tenant !== 'string') return undefined;
  if (typeof environment !== 'string' || typeof secretKey !== 'string') return undefined;
  return { workspace, tenant, environment, secretKey };
}
