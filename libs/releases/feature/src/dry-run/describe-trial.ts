import { toIso } from '@laurel/kernel';
import { boardKeyOf } from '@laurel/leaderboards-domain';
import type { EffectTotals, EventTrial, HistoryTrial, TopChange } from '@laurel/scoring-domain';
import type { DryRunOutcome } from './dry-run.handler.js';
import type { DryRunDto } from './dry-run.dto.js';
import type { DecisionDto, EventTrialDto } from './event-trial.dto.js';
import type { HistoryTrialDto, RuleSumsDto } from './history-trial.dto.js';

const MOST_REASONS = 10;

/** A dry run as clients see it. */
export function describeDryRun(outcome: DryRunOutcome): DryRunDto {
  const { release, revision } = outcome.tried;
  return {
    release,
    revision,
    event: outcome.of === 'event' ? describeEvent(outcome) : null,
    history: outcome.of === 'history' ? describeHistory(outcome.trial, outcome.top) : null,
  };
}

function describeEvent({ event, warnings, trial }: Extract<DryRunOutcome, { of: 'event' }>): EventTrialDto {
  const { release, before, after, boards } = trial;
  return {
    eventId: event.eventId,
    playerId: event.playerId,
    release,
    before: describeDecision(before),
    after: describeDecision(after),
    leaderboards: boards,
    warnings,
  };
}

const describeDecision = ({ verdicts, effects }: EventTrial['before']): DecisionDto => ({
  rules: verdicts,
  effects: effects.map((effect) =>
    effect.kind === 'standing'
      ? { ...effect, board: boardKeyOf(effect.board), reachedAt: toIso(effect.reachedAt) }
      : effect,
  ),
});

function describeHistory(trial: HistoryTrial, top: number): HistoryTrialDto {
  const { events, players, first, last, releases, comparedWith, before, after, tops, movements } = trial;
  return {
    ...{ events, players, releases, comparedWith },
    first: first === null ? null : toIso(first),
    last: last === null ? null : toIso(last),
    rules: keysOf(before.hits, after.hits).map((key) => ({
      key,
      before: sumsOf(before, key),
      after: sumsOf(after, key),
    })),
    currencies: totalsOf(before.awarded, after.awarded),
    stats: totalsOf(before.recorded, after.recorded),
    refused: totalsOf(before.refused, after.refused),
    leaderboards: tops.map((change) => describeTop(change, top)),
    movements,
  };
}

type Sums = ReadonlyMap<string, number>;

const keysOf = (before: Sums, after: Sums): string[] => [...new Set([...before.keys(), ...after.keys()])].sort();

const totalsOf = (before: Sums, after: Sums) =>
  keysOf(before, after).map((key) => ({ key, before: before.get(key) ?? 0, after: after.get(key) ?? 0 }));

function sumsOf({ hits, misses }: EffectTotals, key: string): RuleSumsDto {
  const reasons = Array.from(misses.get(key) ?? [], ([reason, times]) => ({ reason, times }));
  return {
    hits: hits.get(key) ?? 0,
    misses: reasons.reduce((sum, { times }) => sum + times, 0),
    reasons: reasons.sort((left, right) => right.times - left.times).slice(0, MOST_REASONS),
  };
}

function describeTop({ board, window, before, after }: TopChange, top: number) {
  const ranks = new Map(before.map(({ playerId, rank }) => [playerId, rank]));
  const row = ({ rank, playerId, score, columns }: TopChange['before'][number]) => ({ rank, playerId, score, columns });
  return {
    ...{ board, window },
    before: before.slice(0, top).map(row),
    after: after.slice(0, top).map((each) => ({ ...row(each), rankBefore: ranks.get(each.playerId) ?? null })),
  };
}
