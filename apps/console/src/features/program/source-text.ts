import type { Json } from '../../ui/schema-form/index.js';

export type Format = 'json' | 'yaml';

export type Parsed = { readonly value: Json } | { readonly error: string };

/** A value as people edit it. */
export async function printed(value: Json, format: Format): Promise<string> {
  if (format === 'json') return `${JSON.stringify(value, null, 2)}\n`;
  const { stringify } = await import('yaml');
  return stringify(value, { lineWidth: 120 });
}

/** What a text says, or where it can't be read. */
export async function parsedSource(text: string, format: Format): Promise<Parsed> {
  try {
    if (format === 'json') return { value: JSON.parse(text) as Json };
    const { parse } = await import('yaml');
    return { value: parse(text) as Json };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}
