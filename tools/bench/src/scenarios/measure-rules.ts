import { NEW_RULE_PLAYER, type CompiledRules, type RuleDefinition, compileRules, judge } from '@laurel/rules-domain';
import { markdownTable } from '../report/markdown-table.ts';
import { whole } from '../report/format.ts';
import { benchProgram } from '../stack/program.ts';

/** How many events a second one core takes through ten compiled rules. */
export interface RuleSpeed {
  readonly what: string;
  readonly perSecond: number;
}

const on = ['match_finished'];

/** Ten rules that use what costs most: the player, times in a zone, limits. */
const looking: readonly RuleDefinition[] = Array.from({ length: 10 }, (_, index) => ({
  key: `rule-${index}`,
  on,
  when: {
    all: [
      { stat: 'points', op: 'lt', value: 1_000 },
      { time: { zone: 'Europe/Berlin', from: '00:00', to: '23:00' } },
      { property: 'event.properties.points', op: 'gt', value: index * 10 },
    ],
  },
  ...(index === 0 ? { limits: [{ per: 'day', times: 1_000_000 }] } : {}),
  then: [{ effect: 'record', stat: 'points', amount: { property: 'event.properties.points' } }],
}));

/** Ten rules whose conditions are expressions. */
const expressions: readonly RuleDefinition[] = Array.from({ length: 10 }, (_, index) => ({
  key: `rule-${index}`,
  on,
  when: { cel: `event.properties.points >= ${index * 10} && event.properties.mode == "ranked"` },
  then: [{ effect: 'record', stat: 'points', amount: 1 }],
}));

const EVENT = {
  eventId: 'e1',
  type: 'match_finished',
  playerId: 'anna',
  occurredAt: Date.parse('2026-05-01T12:00:00Z'),
  properties: { mode: 'ranked', map: 'harbor', points: 55, kills: 4, rating: 1_510, durationSeconds: 600 },
};

const ROUND = 10_000;

/** As a table of Markdown. */
export const renderRuleSpeeds = (speeds: readonly RuleSpeed[]): string =>
  markdownTable(
    [
      { title: 'ten rules', align: 'left' },
      { title: 'events/s', align: 'right' },
    ],
    speeds.map(({ what, perSecond }) => [what, whole(perSecond)]),
  );

/** No I/O and no other process: the rules alone, for so many seconds each. */
export function measureRules(seconds: number): RuleSpeed[] {
  const stats = [{ key: 'points', aggregation: 'sum', incarnation: 1 }] as const;
  return [
    {
      what: 'the rules of the other measurements',
      rules: compileRules(benchProgram.rules as readonly RuleDefinition[]),
    },
    { what: 'conditions over the player and the time, a limit', rules: compileRules(looking, stats) },
    { what: 'an expression of CEL in each', rules: compileRules(expressions, stats) },
  ].map(({ what, rules }) => ({ what, perSecond: speedOf(rules, seconds) }));
}

function speedOf(rules: CompiledRules, seconds: number): number {
  for (let run = 0; run < ROUND; run++) judge(rules, EVENT, NEW_RULE_PLAYER, EVENT.occurredAt);
  const start = performance.now();
  let events = 0;
  while (performance.now() - start < seconds * 1_000) {
    for (let run = 0; run < ROUND; run++) judge(rules, EVENT, NEW_RULE_PLAYER, EVENT.occurredAt + events);
    events += ROUND;
  }
  return Math.round((events * 1_000) / (performance.now() - start));
}
