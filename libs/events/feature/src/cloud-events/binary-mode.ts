import type { IncomingHttpHeaders } from 'node:http';

const PREFIX = 'ce-';

/** Whether a request carries one CloudEvent in binary mode: its attributes as headers, its data as the body. */
export const isBinaryMode = (headers: IncomingHttpHeaders): boolean => headers['ce-specversion'] !== undefined;

/** The CloudEvent of a request in binary mode, in the JSON format (HTTP protocol binding 1.0.2, 3.1). */
export function fromBinaryMode(headers: IncomingHttpHeaders, data: unknown): Readonly<Record<string, unknown>> {
  const attributes = Object.entries(headers).flatMap(([name, value]): [string, unknown][] =>
    name.startsWith(PREFIX) && name !== 'ce-data' ? [[name.slice(PREFIX.length), decodeHeader(String(value))]] : [],
  );
  return { ...Object.fromEntries(attributes), data };
}

/** Quotes are the header's, and what headers can't hold is percent-encoded as UTF-8; what is no such encoding stays as it is. */
function decodeHeader(value: string): string {
  const [, quoted] = /^"(.*)"$/s.exec(value) ?? [];
  const text = quoted === undefined ? value : quoted.replaceAll(/\\(.)/gs, '$1');
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
