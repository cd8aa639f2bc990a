/**
 * The parts of the Kubernetes API that `k8s/` uses, strictly: Kubernetes itself drops a field that it does not know, so a
 * misspelt probe would be no probe. What the base begins to use is added here, as the API reference has it.
 */

type Schema = Readonly<Record<string, unknown>>;

const strict = (required: Schema, optional: Schema = {}): Schema => ({
  type: 'object',
  additionalProperties: false,
  required: Object.keys(required),
  properties: { ...required, ...optional },
});

const is = (value: unknown): Schema => ({ const: value });
const list = (items: Schema): Schema => ({ type: 'array', minItems: 1, items });
const text: Schema = { type: 'string', minLength: 1 };
const yesOrNo: Schema = { type: 'boolean' };
const natural: Schema = { type: 'integer', minimum: 1 };
const port: Schema = { type: 'integer', minimum: 1, maximum: 65_535 };
/** A DNS label, the strictest of Kubernetes' kinds of name. */
const name: Schema = { type: 'string', pattern: '^[a-z]([-a-z0-9]{0,61}[a-z0-9])?$' };
const portName: Schema = { type: 'string', pattern: '^[a-z]([-a-z0-9]{0,13}[a-z0-9])?$' };
const variables: Schema = {
  type: 'object',
  minProperties: 1,
  propertyNames: { pattern: '^[A-Z][A-Z0-9_]*$' },
  additionalProperties: { type: 'string' },
};
const labels: Schema = { type: 'object', minProperties: 1, additionalProperties: text };
const selector = strict({ matchLabels: labels });

const probe = strict(
  { httpGet: strict({ path: { type: 'string', pattern: '^/' }, port: portName }) },
  { periodSeconds: natural, timeoutSeconds: natural, failureThreshold: natural, initialDelaySeconds: natural },
);
const amounts = strict(
  {},
  { cpu: { type: 'string', pattern: '^\\d+m$' }, memory: { type: 'string', pattern: '^\\d+[MG]i$' } },
);

const container = strict(
  {
    name,
    image: text,
    args: list(text),
    envFrom: {
      ...list({
        oneOf: [
          strict({ configMapRef: strict({ name }) }),
          strict({ secretRef: strict({ name }, { optional: yesOrNo }) }),
        ],
      }),
    },
    resources: strict({ requests: amounts, limits: amounts }),
    securityContext: strict({
      allowPrivilegeEscalation: yesOrNo,
      readOnlyRootFilesystem: yesOrNo,
      capabilities: strict({ drop: list(text) }),
    }),
  },
  {
    ports: list(strict({ name: portName, containerPort: port })),
    startupProbe: probe,
    livenessProbe: probe,
    readinessProbe: probe,
    lifecycle: strict({ preStop: strict({ sleep: strict({ seconds: natural }) }) }),
  },
);

const pod = (restartPolicy: Schema): Schema =>
  strict({
    metadata: strict({ labels }),
    spec: strict(
      {
        automountServiceAccountToken: yesOrNo,
        enableServiceLinks: yesOrNo,
        securityContext: strict({
          runAsNonRoot: yesOrNo,
          runAsUser: natural,
          runAsGroup: natural,
          seccompProfile: strict({ type: { enum: ['RuntimeDefault', 'Localhost', 'Unconfined'] } }),
        }),
        containers: list(container),
      },
      { terminationGracePeriodSeconds: natural, ...restartPolicy },
    ),
  });

const object = (apiVersion: string, kind: string, rest: Schema): Schema =>
  strict({ apiVersion: is(apiVersion), kind: is(kind), metadata: strict({ name }, { labels }), ...rest });

export const objectSchemas: Readonly<Record<string, Schema>> = {
  Deployment: object('apps/v1', 'Deployment', { spec: strict({ replicas: natural, selector, template: pod({}) }) }),
  Job: object('batch/v1', 'Job', {
    spec: strict({
      backoffLimit: natural,
      ttlSecondsAfterFinished: natural,
      template: pod({ restartPolicy: { enum: ['OnFailure', 'Never'] } }),
    }),
  }),
  Service: object('v1', 'Service', {
    spec: strict({ selector: labels, ports: list(strict({ name: portName, port, targetPort: portName })) }),
  }),
  PodDisruptionBudget: object('policy/v1', 'PodDisruptionBudget', {
    spec: strict({ maxUnavailable: natural, selector }),
  }),
  ConfigMap: object('v1', 'ConfigMap', { data: variables }),
  Secret: object('v1', 'Secret', { stringData: variables }),
};

const files = list({ type: 'string', pattern: '\\.yaml$' });

export const kustomizationSchema = strict({
  apiVersion: is('kustomize.config.k8s.io/v1beta1'),
  kind: is('Kustomization'),
  resources: files,
  patches: list(strict({ path: text, target: strict({ kind: text }) })),
  labels: list(strict({ pairs: labels })),
  images: list(strict({ name: text, newTag: text })),
  configMapGenerator: list(strict({ name, literals: list({ type: 'string', pattern: '^[A-Z_]+=.+$' }) })),
});
