import fc from 'fast-check';
import { fingerprint, readOrigin, writeOrigin } from './origin.js';
import { type ProgramText, parseProgram } from './parse-program.js';
import { renderInto, renderProgram } from './render-program.js';

function read(text: string, format: 'yaml' | 'json' = 'yaml'): ProgramText {
  const parsed = parseProgram(text, format);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  return parsed.value;
}

/** Texts that YAML could take for something else, among any others. */
const text = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom(
    'yes',
    'null',
    '~',
    '1e3',
    '0x1f',
    '- a',
    'a: b',
    '# c',
    ' a',
    'a\n\n b\n',
    '\t',
    '*x',
    '!t',
    "'",
    '\u2028',
    '…',
  ),
);
const value = fc.letrec((tie) => ({
  any: fc.oneof(
    { depthSize: 'small' },
    text,
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true, noInteger: true }),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('any'), { maxLength: 4 }),
    fc.dictionary(text, tie('any'), { maxKeys: 4 }),
  ),
})).any;
const resource = fc
  .tuple(fc.constantFrom('win', 'draw', 'loss', 'constructor', 'true'), fc.dictionary(text, value, { maxKeys: 3 }))
  .map(([key, more]) => ({ ...more, key }));
const resources = fc.uniqueArray(resource, { selector: ({ key }) => key, maxLength: 4 });
const program = fc.record(
  { stats: resources, rules: resources, leaderboards: resources },
  { requiredKeys: ['stats', 'rules'] },
);
const format = fc.constantFrom('yaml' as const, 'json' as const);

/** Without the prototypes and negative zeros of the generators: what JSON can hold. */
const asJson = (made: unknown): unknown => JSON.parse(JSON.stringify(made));

describe('a program that is written to a file', () => {
  it('is read back as it was, in the same order, and written again byte for byte', () => {
    fc.assert(
      fc.property(program, format, (made, as) => {
        const written = renderProgram(made, as);

        const back = read(written, as);

        expect(JSON.stringify(back.program)).toBe(JSON.stringify(made));
        expect(renderProgram(back.program, as)).toBe(written);
      }),
    );
  });

  it('is what it is, whatever another one stood there before', () => {
    fc.assert(
      fc.property(program, program, format, (before, after, as) => {
        const into = renderInto(read(renderProgram(before, as), as), after);

        expect(asJson(read(into, as).program)).toEqual(asJson(after));
      }),
    );
  });

  it('remembers its origin beside the program, byte for byte', () => {
    fc.assert(
      fc.property(program, format, (made, as) => {
        const first = { workspace: 'ws_1', revision: 'release-1', content: fingerprint(made) };
        const text = writeOrigin(renderProgram(made, as), as, { ...first, revision: 'rev_2' });

        const marked = writeOrigin(text, as, first);

        expect(readOrigin(marked, as)).toEqual(first);
        expect(JSON.stringify(read(marked, as).program)).toBe(JSON.stringify(made));
        expect(writeOrigin(marked, as, { ...first, revision: 'rev_2' })).toBe(text);
      }),
    );
  });
});

describe('a YAML file of one’s own', () => {
  const OWN = `# Our league.

rules:
  # Three points since 1981.
  - { key: win, on: [ won ], then: [ { amount: 3, effect: record, stat: points } ] }   # as everywhere
  - key: draw   # one
    on: [drawn]
    then:
      - effect: record
        stat: 'points'
        amount: 1 # not two
stats: [ { key: points, aggregation: sum } ]
`;

  it('stays as it is where nothing differs', () => {
    const { stats, rules } = read(OWN).program as { stats: unknown; rules: unknown };

    expect(renderInto(read(OWN), { stats, rules })).toBe(OWN);
  });

  it('keeps its comments, and what did not change', () => {
    const { rules, stats } = read(OWN).program as { rules: { key: string }[]; stats: object[] };
    const [win, draw] = rules;
    const two = { ...draw, then: [{ effect: 'record', stat: 'points', amount: 2 }] };

    const changed = renderInto(read(OWN), { rules: [two, win, { key: 'loss' }], stats });

    expect(changed.split('\n')).toEqual(
      expect.arrayContaining([
        '# Our league.',
        '  # Three points since 1981.',
        '  - key: draw # one',
        "        stat: 'points'",
        '        amount: 2 # not two',
        '  - key: loss',
      ]),
    );
    expect(changed.indexOf('draw')).toBeLessThan(changed.indexOf('win'));
  });

  it('is written anew where an alias would no longer mean the same', () => {
    const shared = 'rules:\n  - { key: a, then: &t [1] }\n  - { key: b, then: *t }\n';
    const after = {
      rules: [
        { key: 'a', then: [2] },
        { key: 'b', then: [1] },
      ],
    };

    expect(read(renderInto(read(shared), after)).program).toEqual(after);
  });
});
