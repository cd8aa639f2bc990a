import type { ProvidedServers } from '../servers/provide-servers.ts';
import type { PlayerTokenKeys } from './player-token-keys.ts';
import type { ServiceKey } from './stack-service.ts';

/** What the services need to know, as the environment variables they read. */
export function stackEnvironment(
  servers: Pick<ProvidedServers, 'kafka' | 'mongo' | 'redis'>,
  environment: NodeJS.ProcessEnv,
): Record<string, string> {
  return {
    LAUREL_KAFKA_BROKERS: servers.kafka.brokers,
    LAUREL_MONGO_URL: servers.mongo.url,
    LAUREL_REDIS_URL: servers.redis.url,
    // A laptop's stack with a demo key is for this machine alone unless its owner says otherwise.
    LAUREL_HTTP_HOST: environment['LAUREL_HTTP_HOST'] ?? '127.0.0.1',
  };
}

/** The keys of a stack. */
export interface StackKeys extends PlayerTokenKeys {
  /** Default: operators have no one-time codes. */
  readonly operatorSecretsKey?: string;
}

/**
 * What one service needs besides: only the admin gateway, which mints player tokens, gets the key that signs them, and that of
 * operators' secrets. Who erases players, and who refuses their later events, name them by the same key.
 */
export function ownEnvironment(
  service: ServiceKey,
  keys: StackKeys & { readonly erasure: string },
  environment: NodeJS.ProcessEnv,
): Record<string, string> {
  const common = { LAUREL_PLAYER_TOKEN_PUBLIC_KEY: keys.publicKey };
  // The gateways of this stack are reached over plain HTTP.
  const signedIn = { ...common, LAUREL_SESSION_COOKIE: environment['LAUREL_SESSION_COOKIE'] ?? 'plain' };
  switch (service) {
    case 'admin':
      return {
        ...signedIn,
        LAUREL_PLAYER_TOKEN_PRIVATE_KEY: keys.privateKey,
        LAUREL_OPERATOR_SECRETS_KEY: keys.operatorSecretsKey ?? '',
        LAUREL_ERASURE_KEY: keys.erasure,
      };
    case 'ingestion':
      return { ...common, ...eventAge(environment) };
    case 'scoring':
      return { ...common, ...eventAge(environment), LAUREL_ERASURE_KEY: keys.erasure };
    case 'query':
      return signedIn;
  }
}

/** Where the console, which the admin gateway serves, finds the others. Without a query gateway there is no console. */
export function consoleEnvironment({
  query,
  ingestion,
}: Readonly<Partial<Record<ServiceKey, string>>>): Record<string, string> {
  return {
    ...(query === undefined ? {} : { LAUREL_CONSOLE_QUERY_URL: query }),
    ...(ingestion === undefined ? {} : { LAUREL_CONSOLE_INGESTION_URL: ingestion }),
  };
}

/** The season of the demo was played in 2014 and 2015: by default such events are too old to be taken. */
const eventAge = (environment: NodeJS.ProcessEnv): Record<string, string> => ({
  LAUREL_EVENT_MAX_AGE_DAYS: environment['LAUREL_EVENT_MAX_AGE_DAYS'] ?? '36500',
});
