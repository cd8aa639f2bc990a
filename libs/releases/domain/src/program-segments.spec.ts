import type { ProgramDocument } from './program.js';
import { releaseProgram, toProgramDocument } from './release-program.js';
import { validateProgram } from './validate-program.js';

const vips = { key: 'vips', name: 'VIPs', when: { attribute: 'plan', op: 'eq', value: 'vip' } };
const withSegments = (segments: unknown, when?: unknown) => ({
  stats: [{ key: 'points', aggregation: 'sum' }],
  rules: [
    { key: 'win', on: ['won'], ...(when ? { when } : {}), then: [{ effect: 'record', stat: 'points', amount: 1 }] },
  ],
  leaderboards: [],
  segments,
});

function problemsOf(program: unknown): string[] {
  const result = validateProgram(program);
  return result.ok ? [] : (result.error.errors ?? []).map(({ path, rule }) => `${path} ${rule}`);
}

describe('segments of a program', () => {
  it('are optional, and published again as they are read', () => {
    const validated = validateProgram(withSegments([vips], { segment: 'vips' }));
    const program = validated.ok ? validated.value : undefined;
    expect(program).toBeDefined();
    const released = releaseProgram(program as ProgramDocument, undefined, 1);
    expect(released.segments).toEqual([vips]);
    expect(releaseProgram(toProgramDocument(released), released, 2)).toEqual(released);
    expect(releaseProgram({ ...(program as ProgramDocument), segments: [] }, undefined, 1)).not.toHaveProperty(
      'segments',
    );
  });

  it.each<[string, unknown, string[]]>([
    ['a segment twice', [vips, vips], ['/segments/1/key unique']],
    ['no condition', [{ key: 'vips' }], ['/segments/0/when required']],
    ['an unknown field', [{ ...vips, players: [] }], ['/segments/0/players unknown']],
    ['a name that is none', [{ ...vips, name: '' }], ['/segments/0/name minLength']],
    ['a condition over the event', [{ ...vips, when: { first_time: 'event' } }], ['/segments/0/when player-only']],
    [
      'a stat that is none',
      [{ ...vips, when: { stat: 'xp', op: 'gt', value: 1 } }],
      ['/segments/0/when/stat reference'],
    ],
  ])('are refused with %s', (_, segments, problems) => {
    expect(problemsOf(withSegments(segments))).toEqual(problems);
  });

  it('must be there where rules name them', () => {
    expect(problemsOf(withSegments([vips], { not: { segment: 'whales' } }))).toEqual([
      '/rules/0/when/not/segment reference',
    ]);
    expect(problemsOf(withSegments([vips], { segment: 'vips' }))).toEqual([]);
  });
});
