import { ReadSource } from './read-source.ts';

const source = new ReadSource({ port: 7103, secretKey: 'key' }, ['/a', '/b']);
const answer = (status: number, body: string) => ({ status, body: Buffer.from(body) });

describe('reads of the load', () => {
  it('ask for any of the paths', () => {
    const asked = new Set(Array.from({ length: 50 }, () => source.next().split(' ')[1]));
    expect(asked).toEqual(new Set(['/a', '/b']));
  });

  it.each([
    ['a page with ranks', answer(200, '{"board":"points","total":2,"entries":[]}'), { items: 1 }],
    ['a page without ranks', answer(200, '{"board":"points","warming":true,"total":null}'), { failure: 'warming' }],
    ['a refusal', answer(404, '{}'), { failure: '404' }],
    ['no answer', { failure: 'ECONNRESET' }, { failure: 'ECONNRESET' }],
  ])('count %s', (_case, outcome, verdict) => {
    expect(source.judge(outcome)).toEqual(verdict);
  });
});
