import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import openapiTS, { astToString } from 'openapi-typescript';
import { format, resolveConfig } from 'prettier';
import { liveFrameTypes } from './live-frame-types.ts';

const ROOT = join(import.meta.dirname, '../../..');
const SDK = 'libs/sdk/typescript/src/generated';

/** What the client library knows of the APIs, by file: from the contracts, and from the OpenAPI documents as they are on disk. */
export async function clientTypes(): Promise<ReadonlyMap<string, string>> {
  const types = new Map([[`${SDK}/live-frames.ts`, liveFrameTypes()]]);
  for (const gateway of ['ingestion-gateway', 'query-gateway']) {
    types.set(`${SDK}/${gateway}.ts`, await openApiTypes(gateway));
  }
  return new Map(
    await Promise.all([...types].map(async ([file, text]) => [file, await formatted(file, text)] as const)),
  );
}

async function openApiTypes(gateway: string): Promise<string> {
  const document = await readFile(join(ROOT, `docs/openapi/${gateway}.json`), 'utf8');
  const types = astToString(await openapiTS(document, { immutable: true, emptyObjectsUnknown: true }));
  return `// Generated from docs/openapi/${gateway}.json.\n\n${types}`;
}

const formatted = async (file: string, text: string): Promise<string> =>
  format(text, { ...(await resolveConfig(join(ROOT, file))), parser: 'typescript' });
