import type { ResourceKind } from '@laurel/releases-domain';

/** The header by which writers say what they saw. */
export const IF_MATCH = {
  name: 'If-Match',
  required: true,
  schema: { type: 'string' },
  description: 'The `etag` that you read. A write to a draft that has moved on since is refused.',
  example: '"release-1"',
} as const;

/** The header by which answers say what was read. */
export const ETAG = {
  etag: {
    description: 'Revision of the draft: send it as `if-match` with the next write.',
    schema: { type: 'string' },
    example: '"release-1"',
  },
} as const;

/** A resource as the API's description shows it. */
export const resourceSchema = ({ example }: ResourceKind) => ({
  type: 'object',
  additionalProperties: true,
  required: ['key'],
  properties: { key: { type: 'string' } },
  example,
});

/** A page of resources. */
export const pageSchema = (kind: ResourceKind) => ({
  type: 'object',
  required: ['entries', 'next', 'prev'],
  properties: {
    entries: { type: 'array', items: resourceSchema(kind), description: 'In the order of the program.' },
    next: { type: 'string', nullable: true, description: 'Cursor of the next page.' },
    prev: { type: 'string', nullable: true, description: 'Cursor of the page before.' },
  },
});
