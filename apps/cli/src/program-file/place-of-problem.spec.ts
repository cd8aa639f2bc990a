import { parseProgram } from './parse-program.js';
import { placeOfProblem } from './place-of-problem.js';

const YAML = `# the rules of the league
stats:
  - key: points
    aggregation: sum
rules:
  - key: win
    on: [won]
    when: { cel: event.properties.score > limit }
    then:
      - effect: record
        stat: goals # not there
        amount: 3
  - key: draw
    on: [drawn]
    when:
      cel: |-
        event.properties.score == 1 &&
          foo
    then: &then
      - { effect: record, stat: "goals", amount: 1 }
  - key: lost
    on: [lost]
    when: { cel: "a && \\u0062" }
    then: *then
`;

function placeIn(text: string, format: 'yaml' | 'json', path: string, more: { rule?: string; message?: string } = {}) {
  const parsed = parseProgram(text, format);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  const { line, column } = placeOfProblem(parsed.value, { path, rule: 'reference', message: '', ...more });
  return `${line}:${column}`;
}
const inYaml = (path: string, more?: { rule?: string; message?: string }) => placeIn(YAML, 'yaml', path, more);

describe('the place of a problem', () => {
  it('is where its pointer leads', () => {
    expect(inYaml('/rules/0/then/0/stat')).toBe('11:15');
    expect(inYaml('/rules/1/then/0/stat')).toBe('20:33');
    expect(inYaml('/stats/0')).toBe('3:5');
    expect(inYaml('')).toBe('2:1');
  });

  it('is the name, where that is what is wrong', () => {
    expect(inYaml('/rules/0/then/0/stat', { rule: 'unknown' })).toBe('11:9');
  });

  it('of what is missing is what lacks it', () => {
    expect(inYaml('/rules/0/then/0/scale', { rule: 'required' })).toBe('10:9');
    expect(inYaml('/leaderboards', { rule: 'required' })).toBe('2:1');
    expect(inYaml('/rules/7/then', { rule: 'required' })).toBe('5:1');
  });

  it('lies behind an alias where the anchor is', () => {
    expect(inYaml('/rules/2/then/0/stat')).toBe('20:33');
  });

  it('of an expression is that in the expression, as far as the file has it letter for letter', () => {
    expect(inYaml('/rules/0/when/cel', { message: 'line 1, column 26: Unknown variable: limit' })).toBe('8:43');
    expect(inYaml('/rules/1/when/cel', { message: 'line 2, column 3: Unknown variable: foo' })).toBe('18:11');
    expect(inYaml('/rules/2/when/cel', { message: 'line 1, column 6: Unknown variable: b' })).toBe('23:18');
  });

  it('is found in JSON too, and under names that pointers write otherwise', () => {
    const text = '{\n  "rules": [{ "a/b": { "c~d": 1 } }]\n}';

    expect(placeIn(text, 'json', '/rules/0/a~1b/c~0d')).toBe('2:31');
    expect(placeIn(text, 'json', '/rules/0/a~1b/c~0d', { rule: 'unknown' })).toBe('2:24');
  });
});
