import { readFile, readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
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
export async function apiTypes(document: object): Promise<string> {
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

/** The types of each gateway's API that the console is written against, by file: from the OpenAPI documents as committed. */
export async function consoleApiTypes(): Promise<ReadonlyMap<string, string>> {
  const files = await readdir(join(ROOT, DOCUMENTS));
  const types = files.map(async (file) => {
    const document = JSON.parse(await readFile(join(ROOT, DOCUMENTS, file), 'utf8')) as object;
    return [`apps/console/src/api/generated/${basename(file, '.json')}.d.ts`, await apiTypes(document)] as const;
  });
  return new Map(await Promise.all(types));
}
