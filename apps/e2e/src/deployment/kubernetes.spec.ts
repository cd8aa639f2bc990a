import { readdirSync } from 'node:fs';
import Ajv from 'ajv';
import { kustomizationSchema, objectSchemas } from './kubernetes.schema.js';
import { type Manifest, build, readKustomization } from './kustomize.js';
import {
  GATEWAYS,
  MIGRATE,
  OWNERS_VALUES,
  PROCESSES,
  SERVICES,
  defaultPortOf,
  entryPointOf,
  refusedNames,
  stopDeadlineSeconds,
} from './processes.js';
import { manifest, pathInRepository, readText, readYamls } from './repository.js';

interface Probe {
  readonly httpGet: { readonly path: string; readonly port: string };
}

interface Container {
  readonly image: string;
  readonly args: readonly string[];
  readonly envFrom: readonly {
    readonly configMapRef?: { readonly name: string };
    readonly secretRef?: { readonly name: string };
  }[];
  readonly ports: readonly { readonly name: string; readonly containerPort: number }[];
  readonly startupProbe: Probe;
  readonly livenessProbe: Probe;
  readonly readinessProbe: Probe;
  readonly lifecycle: { readonly preStop: { readonly sleep: { readonly seconds: number } } };
  readonly securityContext: unknown;
}

interface PodTemplate {
  readonly metadata: { readonly labels: Readonly<Record<string, string>> };
  readonly spec: {
    readonly terminationGracePeriodSeconds: number;
    readonly securityContext: unknown;
    readonly containers: readonly [Container];
  };
}

interface Workload {
  readonly selector: { readonly matchLabels: Readonly<Record<string, string>> };
  readonly template: PodTemplate;
}

type Variables = Readonly<Record<string, string>>;

const objects = build('k8s');
const secrets = readYamls<Manifest & { readonly stringData: Variables }>('k8s/secrets.example.yaml');
const ajv = new Ajv({ allErrors: true, strict: false });

const namesOf = (kind: string): string[] =>
  objects.filter((object) => object.kind === kind).map(({ metadata }) => metadata.name);

function specOf<T>(kind: string, name: string): T {
  const found = objects.find((object) => object.kind === kind && object.metadata.name === name);
  if (!found) throw new Error(`k8s has no ${kind} ${name}`);
  return found['spec'] as T;
}

const podOf = (process: string): PodTemplate =>
  specOf<Workload>(process === MIGRATE ? 'Job' : 'Deployment', process).template;

const containerOf = (process: string): Container => podOf(process).spec.containers[0];

/** The environment that a process gets; `filledIn` says what stands where the example of the secrets has a gap. */
function environmentOf(process: string, filledIn: Variables): Record<string, string> {
  const groups = containerOf(process).envFrom.map(({ configMapRef, secretRef }) => {
    const group = configMapRef
      ? objects.find(({ kind, metadata }) => kind === 'ConfigMap' && metadata.name === configMapRef.name)?.['data']
      : secrets.find(({ metadata }) => metadata.name === secretRef?.name)?.stringData;
    if (!group) throw new Error(`${process} refers to ${configMapRef?.name ?? secretRef?.name}, which is nowhere`);
    return Object.entries(group as Variables).map(([name, value]) => [
      name,
      configMapRef ? value : (filledIn[name] ?? value),
    ]);
  });
  return Object.fromEntries(groups.flat()) as Record<string, string>;
}

describe('the kustomize base', () => {
  it('has a kustomization of known fields', () => {
    const validate = ajv.compile(kustomizationSchema);
    validate(readKustomization('k8s'));
    expect(validate.errors ?? []).toEqual([]);
  });

  it('uses every file of its folder', () => {
    const { resources, patches } = readKustomization('k8s');
    const used = [...resources, ...patches.map(({ path }) => path), 'kustomization.yaml', 'secrets.example.yaml'];
    const there = readdirSync(pathInRepository('k8s'), { recursive: true, encoding: 'utf8' });
    // `secrets.yaml` is the owner's: not in version control.
    const files = there.filter((file) => file.endsWith('.yaml') && file !== 'secrets.yaml');
    expect(files.sort()).toEqual([...used].sort());
  });

  it.each([...objects, ...secrets].map((object) => [object.kind, object.metadata.name, object] as const))(
    'has a %s %s of known fields',
    (kind, _name, object) => {
      const validate = ajv.compile(objectSchemas[kind] ?? false);
      validate(object);
      expect(validate.errors ?? []).toEqual([]);
    },
  );

  it('deploys every service and the migration, and puts the gateways behind a Service and a disruption budget', () => {
    expect(namesOf('Deployment').sort()).toEqual([...SERVICES].sort());
    expect(namesOf('Job')).toEqual([MIGRATE]);
    expect(namesOf('Service').sort()).toEqual([...GATEWAYS].sort());
    expect(namesOf('PodDisruptionBudget').sort()).toEqual([...GATEWAYS].sort());
  });

  it.each(PROCESSES)('runs %s from the one image, as this version', (process) => {
    const { image, args } = containerOf(process);
    expect([image, args]).toEqual([`laurel:${manifest.version}`, [entryPointOf(process)]]);
  });

  it.each(PROCESSES)('gives %s an environment that it accepts, and no name that it does not read', (process) => {
    expect(refusedNames(process, environmentOf(process, OWNERS_VALUES))).toEqual([]);
  });

  it.each(PROCESSES)('lets %s refuse the example of the secrets, unless it is filled in', (process) => {
    const environment = environmentOf(process, {});
    const secretNames = Object.keys(environment).filter((name) => name in OWNERS_VALUES);
    expect(refusedNames(process, environment).sort()).toEqual(secretNames.sort());
  });

  it.each(SERVICES)('probes %s at the port that it listens on by default', (service) => {
    const { ports, startupProbe, livenessProbe, readinessProbe } = containerOf(service);
    expect(ports).toEqual([{ name: 'http', containerPort: defaultPortOf(service) }]);
    expect([startupProbe, livenessProbe, readinessProbe].map(({ httpGet }) => httpGet)).toEqual([
      { path: '/health/live', port: 'http' },
      { path: '/health/live', port: 'http' },
      { path: '/health/ready', port: 'http' },
    ]);
  });

  it.each(GATEWAYS)('leads the Service and the disruption budget of %s to its pods', (gateway) => {
    const { labels } = podOf(gateway).metadata;
    const service = specOf<{ selector: unknown; ports: unknown }>('Service', gateway);
    const budget = specOf<Workload>('PodDisruptionBudget', gateway);
    expect(specOf<Workload>('Deployment', gateway).selector.matchLabels).toEqual(labels);
    expect(service.selector).toEqual(labels);
    expect(budget.selector.matchLabels).toEqual(labels);
    expect(service.ports).toEqual([{ name: 'http', port: defaultPortOf(gateway), targetPort: 'http' }]);
  });

  it.each(PROCESSES)('gives %s no root, no privilege and no file to write', (process) => {
    const [, user] = /^USER (\d+):(\d+)$/m.exec(readText('Dockerfile')) ?? [];
    const { spec } = podOf(process);
    expect(spec.securityContext).toMatchObject({ runAsNonRoot: true, runAsUser: Number(user) });
    expect(containerOf(process).securityContext).toEqual({
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ['ALL'] },
    });
  });

  it.each(SERVICES)('waits longer than %s takes to end', (service) => {
    const { terminationGracePeriodSeconds, containers } = podOf(service).spec;
    const { seconds } = containers[0].lifecycle.preStop.sleep;
    expect(terminationGracePeriodSeconds).toBeGreaterThan(seconds + stopDeadlineSeconds());
  });
});
