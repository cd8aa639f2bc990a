import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import openapiTS, { type OpenAPI3, astToString } from 'openapi-typescript';

const ROOT = join(import.meta.dirname, '../../..');
const DOCUMENTS = 'docs/openapi';

const INTRODUCTION = '/** Generated from the OpenAPI document of the gateway; edit its routes. */\n\n';

const REFUSAL = {
  description: 'Refused: a problem says why.',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};

interface Operation {
  readonly responses: Readonly<Record<string, object>>;
}

/** The types of a gateway's API as a client needs them, from its OpenAPI document. */
async function apiTypes(document: object): Promise<string> {
  return (
    INTRODUCTION + astToString(await openapiTS(withOneRefusal(document) as OpenAPI3, { emptyObjectsUnknown: true }))
  );
}

/** All refusals have one type. Told once for each operation rather than by status, the types are a quarter of the size. */
function withOneRefusal(document: object): object {
  const { paths, ...rest } = document as { paths: Record<string, Record<string, Operation>> };
  const each = <T, U>(of: Record<string, T>, change: (value: T) => U): Record<string, U> =>
    Object.fromEntries(Object.entries(of).map(([name, value]) => [name, change(value)]));
  const simpler = (operation: Operation): Operation => {
    const accepted = Object.entries(operation.responses).filter(([status]) => Number(status) < 400);
    return { ...operation, responses: { ...Object.fromEntries(accepted), default: REFUSAL } };
  };
  return { ...rest, paths: each(paths, (operations) => each(operations, simpler)) };
}

/** What the console is written against besides what the client library knows of the other gateways, by file. */
export async function consoleApiTypes(): Promise<ReadonlyMap<string, string>> {
  return new Map([['apps/console/src/api/generated/admin-gateway.d.ts', await documentTypes('admin-gateway')]]);
}

/** The types of a gateway's API, from its OpenAPI document as committed. */
export async function documentTypes(gateway: string): Promise<string> {
  const document = await readFile(join(ROOT, DOCUMENTS, `${gateway}.json`), 'utf8');
  return apiTypes(JSON.parse(document) as object);
}
