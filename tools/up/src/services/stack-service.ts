/** One of Laurel's services as the launcher starts it. */
export interface StackService {
  /** The folder in `apps/`, the name in logs and messages, and what `--only` takes (with or without the suffix). */
  readonly name: string;
  readonly title: string;
  readonly preferredPort: number;
  /** What it offers, shown beside its URL. */
  readonly offers: string;
  /** Nobody waits for its answers: gateways on the same cores go first. */
  readonly background?: boolean;
}

export const stackServices = {
  ingestion: {
    name: 'ingestion-gateway',
    title: 'Ingestion',
    preferredPort: 7101,
    offers: 'POST /v1/events · API at /openapi.json',
  },
  admin: {
    name: 'admin-gateway',
    title: 'Admin',
    preferredPort: 7102,
    offers: 'POST /v1/releases · API at /openapi.json',
  },
  query: {
    name: 'query-gateway',
    title: 'Query',
    preferredPort: 7103,
    offers: 'GET /v1/leaderboards/… · live feed at /v1/live · API at /openapi.json',
  },
  scoring: {
    name: 'scoring-service',
    title: 'Scoring',
    preferredPort: 7104,
    offers: '/health/ready and /metrics',
    background: true,
  },
} as const satisfies Record<string, StackService>;

export type ServiceKey = keyof typeof stackServices;

export const serviceKeys: readonly ServiceKey[] = ['ingestion', 'admin', 'query', 'scoring'];

/** The service that a name means: `query` and `query-gateway` are the same. */
export function serviceKeyOf(name: string): ServiceKey | undefined {
  return serviceKeys.find((key) => key === name || stackServices[key].name === name);
}
