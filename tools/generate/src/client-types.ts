import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { documentTypes } from './api-types.ts';
import { liveFrameTypes } from './live-frame-types.ts';

const ROOT = join(import.meta.dirname, '../../..');
const SDK = 'libs/sdk/typescript/src/generated';

/** What the client library, and by it the console, knows of the APIs, by file: from the contracts and the OpenAPI documents. */
export async function clientTypes(): Promise<ReadonlyMap<string, string>> {
  const types = new Map([[`${SDK}/live-frames.ts`, liveFrameTypes()]]);
  for (const gateway of ['ingestion-gateway', 'query-gateway']) {
    types.set(`${SDK}/${gateway}.ts`, await documentTypes(gateway));
  }
  return new Map(
    await Promise.all([...types].map(async ([file, text]) => [file, await formatted(file, text)] as const)),
  );
}

const formatted = async (file: string, text: string): Promise<string> =>
  format(text, { ...(await resolveConfig(join(ROOT, file))), parser: 'typescript' });
