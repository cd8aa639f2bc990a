import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const DIRECTORY = join(__dirname, '../../../../docs/openapi');

interface Operation {
  readonly operationId?: string;
  readonly responses: Readonly<Record<string, { readonly description?: string }>>;
}
interface Document {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

describe.each(readdirSync(DIRECTORY))('docs/openapi/%s', (file) => {
  const document = JSON.parse(readFileSync(join(DIRECTORY, file), 'utf8')) as Document;
  const operations = Object.values(document.paths).flatMap((path) => Object.values(path));

  it('is OpenAPI 3.1, without what 3.1 took away', () => {
    expect(document.openapi).toBe('3.1.0');
    expect(nodesOf(document).filter((node) => 'nullable' in node)).toEqual([]);
  });

  it('refers to nothing that is missing', () => {
    const references = nodesOf(document).flatMap((node) => ('$ref' in node ? [String(node['$ref'])] : []));
    expect(references.filter((reference) => resolve(document, reference) === undefined)).toEqual([]);
  });

  it('names each operation once and describes each of its answers', () => {
    const ids = operations.map(({ operationId }) => operationId);
    expect(new Set(ids).size).toBe(operations.length);
    const answers = operations.flatMap(({ responses }) => Object.values(responses));
    expect(answers.filter(({ description }) => !description)).toEqual([]);
  });
});

/** Every object in a document. */
function nodesOf(value: unknown): Record<string, unknown>[] {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.values(value).flatMap(nodesOf);
  return Array.isArray(value) ? inner : [value as Record<string, unknown>, ...inner];
}

const resolve = (document: Document, reference: string): unknown =>
  reference
    .slice('#/'.length)
    .split('/')
    .reduce<unknown>((node, key) => (typeof node === 'object' && node ? Reflect.get(node, key) : undefined), document);
