import type { ResourceKind } from '@laurel/releases-domain';

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
