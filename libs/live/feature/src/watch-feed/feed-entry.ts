import type { FeedEntry, FeedFilter, Outcome, RecordedEffect } from '@laurel/contracts';
import { toIso } from '@laurel/kernel';
import { boardKeyOf } from '@laurel/leaderboards-domain';
import { statKeyOf } from '@laurel/rules-domain';

/** An event that led to more shows the first of it: the rest is in its history. */
const MOST_EFFECTS = 32;

export const toFeedEntry = (outcome: Outcome): FeedEntry => ({
  eventId: outcome.eventId,
  type: outcome.type,
  playerId: outcome.playerId,
  status: outcome.status,
  occurredAt: toIso(outcome.occurredAt),
  decidedAt: toIso(outcome.decidedAt),
  effects: outcome.effects.slice(0, MOST_EFFECTS).map(withKeys),
});

/** Boards and stats by the keys that operators gave them. */
function withKeys(effect: RecordedEffect): RecordedEffect {
  if (effect.kind === 'standing' || effect.kind === 'removal') return { ...effect, board: boardKeyOf(effect.board) };
  return effect.kind === 'restatement' ? { ...effect, stat: statKeyOf(effect.stat) } : effect;
}

export const agrees = ({ types, playerId, statuses, rule }: FeedFilter, outcome: Outcome): boolean =>
  (playerId === undefined || outcome.playerId === playerId) &&
  (types === undefined || types.includes(outcome.type)) &&
  (statuses === undefined || statuses.includes(outcome.status)) &&
  (rule === undefined || outcome.effects.some((effect) => 'rule' in effect && effect.rule === rule));
