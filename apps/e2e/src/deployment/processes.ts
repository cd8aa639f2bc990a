import { readdirSync } from 'node:fs';
import { AdminGatewayConfig, MigrateConfig } from '@laurel/admin-gateway';
import { IngestionGatewayConfig } from '@laurel/ingestion-gateway';
import { type ConfigClass, ConfigError, describeConfig, loadConfig, unknownNames } from '@laurel/platform-config';
import { QueryGatewayConfig } from '@laurel/query-gateway';
import { ScoringServiceConfig } from '@laurel/scoring-service';
import { isInRepository, pathInRepository, readText } from './repository.js';

/** What a deployment runs, and the class that reads its environment. */
const CONFIGS: Readonly<Record<string, ConfigClass<object>>> = {
  'ingestion-gateway': IngestionGatewayConfig,
  'admin-gateway': AdminGatewayConfig,
  'query-gateway': QueryGatewayConfig,
  'scoring-service': ScoringServiceConfig,
  migrate: MigrateConfig,
};

/** The operators' command line: in the image, but nothing that stays and has to be deployed. */
const CLI = 'cli';

/** Every service there is, from the folders: a new one has to be deployed too. */
export const SERVICES = readdirSync(pathInRepository('apps')).filter(
  (app) => app !== CLI && isInRepository(`apps/${app}/src/main.ts`),
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
export function refusedNames(process: string, environment: Readonly<Record<string, string>>): string[] {
  const config = configOf(process);
  const foreign = Object.keys(environment).filter((name) => !name.startsWith('LAUREL_'));
  return [...foreign, ...unknownNames(config, environment), ...problemNames(config, environment)];
}

function problemNames(config: ConfigClass<object>, environment: Readonly<Record<string, string>>): string[] {
  try {
    loadConfig(config, environment);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems.map(({ name }) => name);
    throw error;
  }
}

export function defaultPortOf(service: string): number {
  const row = describeConfig(configOf(service)).find(({ name }) => name === 'LAUREL_HTTP_PORT');
  return Number(row?.defaultText);
}

function configOf(process: string): ConfigClass<object> {
  const config = CONFIGS[process];
  if (!config) throw new Error(`Name the config class of ${process} in processes.ts, and deploy it`);
  return config;
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
  LAUREL_ERASURE_KEY: '0123456789abcdef0123456789abcdef',
  LAUREL_PLAYER_TOKEN_PUBLIC_KEY: '-----BEGIN PUBLIC KEY-----\\n…\\n-----END PUBLIC KEY-----\\n',
  LAUREL_PLAYER_TOKEN_PRIVATE_KEY: '-----BEGIN PRIVATE KEY-----\\n…\\n-----END PRIVATE KEY-----\\n',
  LAUREL_OPERATOR_SECRETS_KEY: 'MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=',
} as const;
