import {
  type Report,
  type ServiceKey,
  playerTokenKeys,
  provideServers,
  runAppScript,
  runServices,
  serviceKeys,
  stackEnvironment,
} from '@laurel/up';
import { fillWorkspace } from './fill-workspace.ts';

export interface FuzzStack {
  readonly urls: Readonly<Record<ServiceKey, string>>;
  readonly secretKey: string;
  /** Ends all of it. */
  stop(): Promise<void>;
}

/**
 * All of Laurel on servers of its own, with one workspace that holds what the examples of the API documents ask for.
 *
 * @throws Error when something does not start; nothing is left running then
 */
export async function startFuzzStack(
  root: string,
  dataDir: string,
  report: Report,
  signal: AbortSignal,
): Promise<FuzzStack> {
  const started: { stop(): Promise<void> }[] = [];
  const stop = async (): Promise<void> => {
    for (const part of started.reverse()) await part.stop();
  };
  const common = { root, dataDir, report, signal };
  try {
    const servers = await provideServers({ ...common, ports: 'free', allowExisting: false, ephemeral: true });
    started.push(servers);
    const environment = stackEnvironment(servers, {});
    await runAppScript({ root, app: 'admin-gateway', script: 'migrate', environment, signal });
    const keys = playerTokenKeys(dataDir, {});
    const services = await runServices({ ...common, only: serviceKeys, environment, keys });
    started.push(services);
    const urls = services.urls as Readonly<Record<ServiceKey, string>>;
    const secretKey = await createWorkspace(root, environment, signal);
    await fillWorkspace(urls, secretKey, signal);
    return { urls, secretKey, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function createWorkspace(
  root: string,
  environment: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<string> {
  const args = ['--tenant', 'fuzz', '--environment', 'dev'];
  const output = await runAppScript({
    root,
    app: 'admin-gateway',
    script: 'create-workspace',
    args,
    environment,
    signal,
  });
  const line = output.split('\n').findLast((text) => text.includes('"secretKey"'));
  if (line === undefined) throw new Error('create-workspace printed no key');
  return (JSON.parse(line) as { readonly secretKey: string }).secretKey;
}
