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
