import { describeProblem } from './file-problem.js';
import { parseProgram } from './parse-program.js';

/** What is said of a text that holds no program. */
function problemsOf(text: string, format: 'yaml' | 'json' = 'yaml'): string[] {
  const parsed = parseProgram(text, format);
  if (parsed.ok) throw new Error('it was taken for a program');
  return parsed.error.map((problem) => describeProblem(`program.${format}`, problem));
}

/** Each anchor stands for nine of the one before it. */
const BOMB = ['a: &a0 [x, x]']
  .concat(Array.from({ length: 9 }, (_, n) => `b${n}: &a${n + 1} [${Array(9).fill(`*a${n}`).join(', ')}]`))
  .join('\n');

describe('a program file', () => {
  it('is YAML or JSON, and both say the same', () => {
    const yaml = parseProgram('stats:\n  - key: points\n    aggregation: sum\n', 'yaml');
    const json = parseProgram('{"stats": [\t{"key": "points", "aggregation": "sum"}]}', 'json');

    expect(yaml.ok && yaml.value.program).toEqual({ stats: [{ key: 'points', aggregation: 'sum' }] });
    expect(json.ok && json.value.program).toEqual(yaml.ok && yaml.value.program);
  });

  it('may use anchors', () => {
    const parsed = parseProgram('a: &all [{ kind: all }]\nb: *all\n', 'yaml');

    expect(parsed.ok && parsed.value.program).toEqual({ a: [{ kind: 'all' }], b: [{ kind: 'all' }] });
  });

  it.each([
    ['a name that is there twice', 'stats: []\nrules: []\nstats: []\n', ['program.yaml:3:1: map keys must be unique']],
    [
      'a list that does not end',
      'stats: [\n',
      ['program.yaml:2:1: flow sequence in block collection must be sufficiently indented and end with a ]'],
    ],
    ['a tag', 'stats: !!set {}\n', [expect.stringMatching(/^program\.yaml:1:8: unresolved tag/i)]],
    ['two documents', 'a: 1\n---\nb: 1\n', [expect.stringMatching(/^program\.yaml:2:1: source contains multiple/)]],
    ['nothing', '', [expect.stringContaining('program.yaml: holds no program')]],
    ['a list', '- a\n', [expect.stringContaining('program.yaml: holds no program')]],
    ['an alias of nothing', 'a: *b\n', [expect.stringMatching(/^program\.yaml:? .*unresolved alias/i)]],
    ['a list that holds itself', 'a: &a [*a]\n', ['program.yaml: is nested too deep']],
    ['aliases that make much of little', BOMB, [expect.stringMatching(/excessive alias count/i)]],
    ['what is nested without end', '['.repeat(100_000), ['program.yaml: is nested too deep']],
    [
      'numbers that JSON has not',
      'a: .inf\nb: [.nan]\n',
      ['program.yaml:1:4: is no number that JSON can hold', 'program.yaml:2:5: is no number that JSON can hold'],
    ],
    ['a number that would be rounded', 'a: 9007199254740993\n', ['program.yaml:1:4: is too large to be held exactly']],
    ['a name that is a number', '1: a\n', ['program.yaml:1:1: a name must be text: put it in quotes']],
    ['too much text', `a: ${'x'.repeat(4_000_001)}`, ['program.yaml: has 4000004 bytes; at most 4000000 are read']],
    ['too large a program', `a: ${'x'.repeat(1_000_001)}`, [expect.stringContaining('at most 1000000 are possible')]],
  ])('is refused for %s, with the place', (_, text, said) => {
    expect(problemsOf(text)).toEqual(said);
  });

  it('that is called JSON has to be it', () => {
    expect(problemsOf('{"stats": [],\n rules: []}', 'json')).toEqual([
      expect.stringMatching(/^program\.json:2:2: expected double-quoted property name/),
    ]);
    expect(problemsOf('{"stats": [', 'json')).toEqual(['program.json:1:12: unexpected end of JSON input']);
    expect(problemsOf('{"a": 1,\n "a": 2}', 'json')).toEqual(['program.json:2:2: map keys must be unique']);
  });

  it('shows nothing that moves the cursor', () => {
    expect(problemsOf('a: *b\u001b[2J\n').join('')).not.toContain('\u001b');
  });
});
