import { kindByPath } from './kinds.js';
import { findResource, isSame, suggestionsOf, withResource } from './program.js';
import { readEvents } from './read-events.js';
import { rebased } from './rebase.js';
import { parsedSource, printed } from './source-text.js';

const stats = kindByPath('stats');
if (!stats) throw new Error('there are no stats');

const POINTS = { key: 'points', aggregation: 'sum' };
const BEST = { key: 'best', aggregation: 'max' };
const BASE = { stats: [POINTS, BEST], rules: [], leaderboards: [] };

describe('a program with a resource put into it', () => {
  it('has it in the place of the one of its key, by which its problems are found', () => {
    const changed = withResource(BASE, stats, { key: 'best', aggregation: 'min' });

    expect(changed.pointer).toBe('/stats/1');
    expect(findResource(changed.program, stats, 'best')).toEqual({ key: 'best', aggregation: 'min' });
  });

  it('has a new one behind the others', () => {
    const { pointer, program } = withResource(BASE, stats, { key: 'goals', aggregation: 'sum' });

    expect([pointer, program['stats']?.length]).toEqual(['/stats/2', 3]);
  });
});

describe('two values', () => {
  it('are the same in whatever order of members', () => {
    expect(isSame({ a: 1, b: [{ c: 2, d: 3 }] }, { b: [{ d: 3, c: 2 }], a: 1 })).toBe(true);
    expect(isSame([1, 2], [2, 1])).toBe(false);
    expect(isSame(undefined, { a: 1 })).toBe(false);
  });
});

describe('what is offered while one types', () => {
  it('is what the program has, and what its rules name', () => {
    const offered = suggestionsOf({
      ...BASE,
      rules: [{ key: 'win', on: ['match_won'], then: [{ effect: 'award', currency: 'coins', amount: 1 }] }],
    });

    expect(offered).toMatchObject({ stat: ['points', 'best'], currency: ['coins'], on: ['match_won'] });
  });
});

describe('a draft brought onto a release that others published', () => {
  it('has its own changes and theirs', () => {
    const mine = { ...BASE, stats: [{ ...POINTS, scale: 2 }, BEST, { key: 'mine', aggregation: 'sum' }] };
    const latest = { ...BASE, stats: [POINTS, { ...BEST, scale: 1 }, { key: 'theirs', aggregation: 'sum' }] };

    const { program, contested } = rebased(BASE, mine, latest);

    expect(program['stats']).toEqual([
      { ...POINTS, scale: 2 },
      { ...BEST, scale: 1 },
      { key: 'theirs', aggregation: 'sum' },
      { key: 'mine', aggregation: 'sum' },
    ]);
    expect(contested).toEqual([]);
    expect(program).not.toHaveProperty('currencies');
  });

  it('keeps out what either of them deleted', () => {
    const mine = { ...BASE, stats: [BEST] };
    const latest = { ...BASE, stats: [POINTS] };

    expect(rebased(BASE, mine, latest).program['stats']).toEqual([]);
  });

  it('has the draft’s word where both changed the same, and names it', () => {
    const mine = { ...BASE, stats: [{ ...POINTS, scale: 2 }, BEST] };
    const latest = { ...BASE, stats: [{ ...POINTS, scale: 3 }, BEST] };

    expect(rebased(BASE, mine, latest)).toMatchObject({
      contested: ['stats/points'],
      program: { stats: [{ scale: 2 }, BEST] },
    });
  });
});

describe('a stream of server-sent events', () => {
  const streamOf = (...chunks: string[]) =>
    new ReadableStream<Uint8Array>({
      start(controller) {
        for (const chunk of chunks) controller.enqueue(new TextEncoder().encode(chunk));
        controller.close();
      },
    });

  it('is read message by message, however it is cut', async () => {
    const messages = [];
    for await (const message of readEvents(
      streamOf('event: prog', 'ress\ndata: {"done":1}\n', '\n: still here\n\nevent: result\ndata: a\ndata: b\n\n'),
    ))
      messages.push(message);

    expect(messages).toEqual([
      { event: 'progress', data: '{"done":1}' },
      { event: 'result', data: 'a\nb' },
    ]);
  });
});

describe('a source', () => {
  it.each(['json', 'yaml'] as const)('says as %s what it said', async (format) => {
    const value = { key: 'win', on: ['match_won'], priority: 3 };

    expect(await parsedSource(await printed(value, format), format)).toEqual({ value });
  });

  it('says where it can’t be read', async () => {
    expect(await parsedSource('{"key": ', 'json')).toEqual({ error: expect.any(String) });
    expect(await parsedSource('key: [', 'yaml')).toEqual({ error: expect.stringContaining('line 1') });
  });
});
