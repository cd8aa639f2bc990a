import { join } from 'node:path';
import { createGenerator } from 'ts-json-schema-generator';

const CONTRACTS = join(import.meta.dirname, '../../../../libs/contracts');

/** A JSON Schema, draft 7. */
export interface JsonSchema {
  readonly $ref?: string;
  readonly type?: string;
  readonly const?: unknown;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly anyOf?: readonly JsonSchema[];
}

/** What is stored, whose shape is no promise to who reads a topic. */
const OPAQUE: Readonly<Record<string, JsonSchema>> = {
  HandedOver: { type: 'object', description: 'What goes over, as it is stored.' },
};

/** The schemas of types that the contracts export, and of all that they name, by name. Fields that are not known yet are let pass. */
export function contractSchemas(types: readonly string[]): Readonly<Record<string, JsonSchema>> {
  const generator = createGenerator({
    path: join(CONTRACTS, 'src/index.ts'),
    tsconfig: join(CONTRACTS, 'tsconfig.json'),
    skipTypeCheck: true,
    additionalProperties: true,
    jsDoc: 'extended',
    functions: 'fail',
  });
  const all = Object.assign({}, ...types.map((type) => generator.createSchema(type).definitions)) as Record<
    string,
    JsonSchema
  >;
  return reachable(types, { ...all, ...OPAQUE });
}

/** Those of the schemas that the types are made of, under the paths that they have in the document. */
function reachable(
  types: readonly string[],
  all: Readonly<Record<string, JsonSchema>>,
): Readonly<Record<string, JsonSchema>> {
  const found = new Map<string, JsonSchema>();
  const visit = (name: string): void => {
    const schema = all[name];
    if (!schema || found.has(name)) return;
    const text = JSON.stringify(schema);
    found.set(name, JSON.parse(text.replaceAll('#/definitions/', '#/components/schemas/')) as JsonSchema);
    for (const [, named = ''] of text.matchAll(/#\/definitions\/([^"]+)"/g)) visit(named);
  };
  types.forEach(visit);
  return Object.fromEntries([...found].sort(([left], [right]) => (left < right ? -1 : 1)));
}
