import { readdirSync } from 'node:fs';
import { type ConfigClass, ConfigError, describeConfig, loadConfig, unknownNames } from '@laurel/platform-config';
import { isInRepository, pathInRepository, readText } from './repository.js';

/** Every service: a new one has to be deployed too. */
export const SERVICES = readdirSync(pathInRepository('apps')).filter((app) =>
  isInRepository(`apps/${app}/src/main.ts`),
);

export const GATEWAYS = SERVICES.filter((service) => service.endsWith('-gateway'));

/** The command that creates topics and indexes, deployed beside the services. */
export const MIGRATE = 'migrate';

export const PROCESSES = [...SERVICES, MIGRATE];

/** What Node.js runs, as built. */
export const entryPointOf = (process: string): string =>
  process === MIGRATE ? 'apps/admin-gateway/dist/migrate.js' : `apps/${process}/dist/main.js`;

/** The source that an entry point is built from. */
export const sourceOf = (entryPoint: string): string => entryPoint.replace('/dist/', '/src/').replace(/\.js$/, '.ts');

/** What the process would say of this environment: names that it refuses, misses or does not know. */
export async function refusedNames(process: string, environment: Readonly<Record<string, string>>): Promise<string[]> {
  const Class = await configClassOf(process);
  const foreign = Object.keys(environment).filter((name) => !name.startsWith('LAUREL_'));
  return [...foreign, ...unknownNames(Class, environment), ...problemNames(Class, environment)];
}

function problemNames(Class: ConfigClass<object>, environment: Readonly<Record<string, string>>): string[] {
  try {
    loadConfig(Class, environment);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems.map(({ name }) => name);
    throw error;
  }
}

export async function defaultPortOf(service: string): Promise<number> {
  const rows = describeConfig(await configClassOf(service));
  return Number(rows.find(({ name }) => name === 'LAUREL_HTTP_PORT')?.defaultText);
}

async function configClassOf(process: string): Promise<ConfigClass<object>> {
  const file =
    process === MIGRATE ? 'apps/admin-gateway/src/migrate.config.ts' : `apps/${process}/src/${process}.config.ts`;
  const module = (await import(pathInRepository(file))) as Record<string, unknown>;
  const Class = Object.values(module).find((exported) => typeof exported === 'function');
  if (!Class) throw new Error(`${file} exports no class`);
  return Class as ConfigClass<object>;
}

/** How long a service may take to end by itself: whoever sends SIGTERM must wait longer before SIGKILL. */
export function stopDeadlineSeconds(): number {
  const [, ms = ''] =
    /STOP_DEADLINE_MS = ([\d_]+)/.exec(readText('libs/platform/http/src/app/stop-on-signal.ts')) ?? [];
  return Number(ms.replaceAll('_', '')) / 1_000;
}

/** Values that pass where only the owner of a deployment has the real ones. */
export const OWNERS_VALUES = {
  LAUREL_MONGO_URL: 'mongodb://mongo:27017/?replicaSet=laurel',
  LAUREL_REDIS_URL: 'redis://redis:6379',
  LAUREL_PLAYER_TOKEN_PUBLIC_KEY: '-----BEGIN PUBLIC KEY-----\\n…\\n-----END PUBLIC KEY-----\\n',
  LAUREL_PLAYER_TOKEN_PRIVATE_KEY: '-----BEGIN PRIVATE KEY-----\\n…\\n-----END PRIVATE KEY-----\\n',
} as const;
