import { AdminGatewayConfig, AppModule as AdminGateway } from '@laurel/admin-gateway';
import { AppModule as IngestionGateway, IngestionGatewayConfig } from '@laurel/ingestion-gateway';
import { httpAdapter } from '@laurel/platform-http';
import { AppModule as QueryGateway, QueryGatewayConfig } from '@laurel/query-gateway';
import { type DynamicModule, type INestApplication, type Type } from '@nestjs/common';
import { ModulesContainer, NestFactory } from '@nestjs/core';

/** Every app with a public API. */
export const GATEWAYS: readonly (readonly [name: string, module: () => DynamicModule])[] = [
  ['ingestion-gateway', () => IngestionGateway.forRoot(new IngestionGatewayConfig())],
  ['admin-gateway', () => AdminGateway.forRoot(new AdminGatewayConfig())],
  ['query-gateway', () => QueryGateway.forRoot(new QueryGatewayConfig())],
];

/** The controllers of an app, without starting it: no provider is made, so nothing connects. */
export async function controllersOf(module: DynamicModule): Promise<Type[]> {
  const app: INestApplication = await NestFactory.create(module, httpAdapter(), { preview: true, logger: false });
  return [...app.get(ModulesContainer).values()].flatMap(({ controllers }) =>
    [...controllers.values()].flatMap(({ metatype }) => (typeof metatype === 'function' ? [metatype as Type] : [])),
  );
}
