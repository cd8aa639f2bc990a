import type { RawAnswer } from './raw-http.js';

/** What an answer must never tell: stacks, drivers, files. */
const INSIDES = /\bat .+:\d+:\d+|node_modules|Mongo|ioredis|kafkajs|RangeError|TypeError/;

/** A refusal is a problem of 4xx that names a code and tells nothing of the inside. */
export function expectRefused({ status, headers, body }: RawAnswer): void {
  expect(status).toBeGreaterThanOrEqual(400);
  expect(status).toBeLessThan(500);
  expect(headers['content-type']).toContain('application/problem+json');
  expect(body.length).toBeLessThan(64 * 1_024);
  expect(body).not.toMatch(INSIDES);
  const problem = JSON.parse(body) as Readonly<Record<string, unknown>>;
  expect(problem).toMatchObject({ status, requestId: headers['x-request-id'] });
  expect(problem['code']).toMatch(/^[a-z_]+\.[a-z_]+$/);
}
