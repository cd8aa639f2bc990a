import fc from 'fast-check';
import { checkChains } from './check-chains.js';
import type { ProgramDocument } from './program.js';

/** One rule for each: the types it is for, and those that it emits. */
const program = (...rules: readonly (readonly [on: string, emits: string])[]): ProgramDocument => ({
  stats: [],
  leaderboards: [],
  rules: rules.map(([on, emits], index) => ({
    key: `r${index}`,
    on: on.split(' '),
    then: emits.split(' ').map((type) => ({ effect: 'emit' as const, type })),
  })),
});

const found = (...rules: readonly (readonly [string, string])[]) =>
  checkChains(program(...rules)).map(({ path, rule, message }) => [path, rule, message.replace(/^[^:]*: /, '')]);

describe('emitted events that follow from each other', () => {
  it('may do so four times, on as many ways as there are', () => {
    expect(found(['a', 'b c'], ['b', 'c'], ['c', 'd'], ['d', 'e'], ['f', 'e'])).toEqual([]);
  });

  it('may not a fifth time, whatever way leads there', () => {
    expect(found(['a', 'b'], ['b', 'c'], ['c', 'd'], ['d', 'e'], ['x', 'd e'], ['e', 'f'], ['f', 'g'])).toEqual([
      ['/rules/5/then/0/type', 'depth', 'a → b → c → d → e → f'],
    ]);
  });

  it.each<[string, readonly [string, string][], string[][]]>([
    ['itself', [['a', 'a']], [['/rules/0/then/0/type', 'loop', 'a → a']]],
    [
      'what led to it',
      [
        ['a', 'b'],
        ['b', 'x a'],
      ],
      [['/rules/1/then/1/type', 'loop', 'a → b → a']],
    ],
    [
      'what led to it, behind other events',
      [
        ['z', 'a'],
        ['a', 'b'],
        ['b', 'c'],
        ['c', 'a d'],
      ],
      [['/rules/3/then/0/type', 'loop', 'a → b → c → a']],
    ],
    [
      'itself, in two places',
      [
        ['a b', 'a'],
        ['b', 'b'],
      ],
      [
        ['/rules/1/then/0/type', 'loop', 'b → b'],
        ['/rules/0/then/0/type', 'loop', 'a → a'],
      ],
    ],
  ])('may not lead to %s', (_, rules, problems) => {
    expect(found(...rules)).toEqual(problems);
  });

  it('lists ten loops at most', () => {
    const types = Array.from({ length: 50 }, (_, index) => `t${index}`).join(' ');
    expect(found([types, types])).toHaveLength(10);
  });

  it('is found just where following every rule does not end in time', () => {
    const type = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h');
    fc.assert(
      fc.property(fc.array(fc.tuple(type, type), { maxLength: 12 }), (rules) => {
        let reached = new Set(rules.map(([from]) => from));
        for (let depth = 0; depth < 5; depth += 1) {
          reached = new Set(rules.filter(([from]) => reached.has(from)).map(([, to]) => to));
        }
        expect(checkChains(program(...rules)).length > 0).toBe(reached.size > 0);
      }),
    );
  });
});
