import {
  ADMIN_GATEWAY_HTTP,
  AdminGatewayConfig,
  AppModule as AdminGatewayModule,
  MigrateConfig,
} from '@laurel/admin-gateway';
import {
  INGESTION_GATEWAY_HTTP,
  IngestionGatewayConfig,
  AppModule as IngestionGatewayModule,
} from '@laurel/ingestion-gateway';
import type { ConfigClass } from '@laurel/platform-config';
import type { ApiInfo, HttpAppOptions } from '@laurel/platform-http';
import { QUERY_GATEWAY_HTTP, QueryGatewayConfig, AppModule as QueryGatewayModule } from '@laurel/query-gateway';
import { ScoringServiceConfig } from '@laurel/scoring-service';

/** Something that is started by itself, and the class that reads its environment. */
export interface Process {
  readonly name: string;
  readonly config: ConfigClass<object>;
}

export const PROCESSES: readonly Process[] = [
  { name: 'ingestion-gateway', config: IngestionGatewayConfig },
  { name: 'admin-gateway', config: AdminGatewayConfig },
  { name: 'query-gateway', config: QueryGatewayConfig },
  { name: 'scoring-service', config: ScoringServiceConfig },
  { name: 'migrate', config: MigrateConfig },
];

/** An app with a public API. Its module is described, never started, so defaults serve for its configuration. */
export const GATEWAYS = [
  {
    name: 'ingestion-gateway',
    module: () => IngestionGatewayModule.forRoot(new IngestionGatewayConfig()),
    api: apiOf(INGESTION_GATEWAY_HTTP),
  },
  {
    name: 'admin-gateway',
    module: () => AdminGatewayModule.forRoot(new AdminGatewayConfig()),
    api: apiOf(ADMIN_GATEWAY_HTTP),
  },
  {
    name: 'query-gateway',
    module: () => QueryGatewayModule.forRoot(new QueryGatewayConfig()),
    api: apiOf(QUERY_GATEWAY_HTTP),
  },
] as const;

function apiOf({ api }: HttpAppOptions): ApiInfo {
  if (!api) throw new Error('a gateway has no API to describe');
  return api;
}
