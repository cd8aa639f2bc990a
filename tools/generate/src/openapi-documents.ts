import { describeModule } from '@laurel/platform-http';
import { GATEWAYS } from './processes.ts';

/** The OpenAPI document of each gateway, by file. */
export async function openApiDocuments(): Promise<ReadonlyMap<string, object>> {
  const documents = await Promise.all(
    GATEWAYS.map(
      async ({ name, module, api }) => [`docs/openapi/${name}.json`, await describeModule(module(), api)] as const,
    ),
  );
  return new Map(documents);
}
