import type { ProgramDocument } from './program.js';
import { releaseProgram, toProgramDocument } from './release-program.js';
import { validateProgram } from './validate-program.js';

const withTypes = (eventTypes: unknown) => ({ stats: [], rules: [], leaderboards: [], eventTypes });

function problemsOf(eventTypes: unknown): string[] {
  const result = validateProgram(withTypes(eventTypes));
  return result.ok ? [] : (result.error.errors ?? []).map(({ path, rule }) => `${path} ${rule}`);
}

describe('event types of a program', () => {
  it('are optional', () => {
    const { eventTypes: _, ...program } = withTypes([]);
    expect(releaseProgram(program, undefined, 1)).toEqual(program);
  });

  it('are released with their defaults written out, and published again as they are read', () => {
    const schema = { properties: { goals: { $ref: '#/$defs/count' } }, $defs: { count: { type: 'integer' } } };
    const program: ProgramDocument = {
      ...withTypes([]),
      eventTypes: [
        { key: 'match.played', schema, validation: 'warn' },
        { key: 'tapped', clients: true },
      ],
    };
    expect(validateProgram(program).ok).toBe(true);
    const released = releaseProgram(program, undefined, 1);
    expect(released.eventTypes).toEqual([
      { key: 'match.played', clients: false, schema, validation: 'warn' },
      { key: 'tapped', clients: true, validation: 'off' },
    ]);
    expect(releaseProgram(toProgramDocument(released), released, 2)).toEqual(released);
  });

  it.each<[string, unknown, string[]]>([
    ['a list that is none', {}, ['/eventTypes type']],
    ['a type without a key', [{}], ['/eventTypes/0/key required']],
    ['a key that is no type', [{ key: 'Match Played' }], ['/eventTypes/0/key pattern']],
    ['a type of Laurel’s own', [{ key: 'laurel.levelled' }], ['/eventTypes/0/key reserved']],
    ['a type twice', [{ key: 'a' }, { key: 'b' }, { key: 'a' }], ['/eventTypes/2/key unique']],
    ['an unknown field', [{ key: 'a', client: true }], ['/eventTypes/0/client unknown']],
    ['an unknown validation', [{ key: 'a', validation: 'strict' }], ['/eventTypes/0/validation enum']],
    ['a schema that is a truth value', [{ key: 'a', schema: true }], ['/eventTypes/0/schema type']],
    ['validation by no schema', [{ key: 'a', validation: 'warn' }], ['/eventTypes/0/schema required']],
    ['a mistake in a schema', [{ key: 'a', schema: { type: 'int' } }], ['/eventTypes/0/schema/type enum']],
    ['a remote reference', [{ key: 'a', schema: { $ref: 'http://a/b' } }], ['/eventTypes/0/schema/$ref reference']],
  ])('are refused with %s', (_what, eventTypes, problems) => {
    expect(problemsOf(eventTypes)).toEqual(problems);
  });
});
