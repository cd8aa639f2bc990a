import type { RuleMemory } from './rule-memory.js';

/** What a rule keeps of two players who are one: it matched as often as for both, so that nobody is paid twice by a merge. */
export function combineMemories(left: RuleMemory, right: RuleMemory): RuleMemory {
  const at = latest(left.at, right.at);
  const periods = combinePeriods(left.periods, right.periods);
  const seen = left.seen || right.seen ? [...new Set([...(left.seen ?? []), ...(right.seen ?? [])])] : undefined;
  return {
    times: left.times + right.times,
    ...(at === undefined ? {} : { at }),
    ...(periods ? { periods } : {}),
    ...(seen ? { seen } : {}),
  };
}

const latest = (left: number | undefined, right: number | undefined): number | undefined =>
  left === undefined || right === undefined ? (left ?? right) : Math.max(left, right);

/** Of two periods the later one is the one that may still run. */
function combinePeriods(left: RuleMemory['periods'], right: RuleMemory['periods']): RuleMemory['periods'] {
  if (!left || !right) return left ?? right;
  const combined = { ...left };
  for (const [per, theirs] of Object.entries(right)) {
    const mine = combined[per];
    if (!mine || theirs.of > mine.of) combined[per] = theirs;
    else if (theirs.of === mine.of) combined[per] = { of: mine.of, times: mine.times + theirs.times };
  }
  return combined;
}
