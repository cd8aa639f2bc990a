import { combineMemories } from './combine-memories.js';
import type { RuleMemory } from './rule-memory.js';

describe('what a rule keeps of two players who are one', () => {
  it('has matched as often as for both, last when it last did for either', () => {
    expect(combineMemories({ times: 2, at: 50 }, { times: 3, at: 40 })).toEqual({ times: 5, at: 50 });
    expect(combineMemories({ times: 0 }, { times: 1, at: 40 })).toEqual({ times: 1, at: 40 });
  });

  it('adds up what both had in one period; of two periods the later one counts', () => {
    const mine: RuleMemory = { times: 3, periods: { day: { of: 7, times: 2 }, week: { of: 1, times: 3 } } };
    const theirs: RuleMemory = { times: 4, periods: { day: { of: 7, times: 1 }, week: { of: 2, times: 4 } } };
    expect(combineMemories(mine, theirs).periods).toEqual({ day: { of: 7, times: 3 }, week: { of: 2, times: 4 } });
    expect(combineMemories(theirs, { times: 1 }).periods).toEqual(theirs.periods);
  });

  it('has seen what either has had', () => {
    const mine = { times: 1, seen: ['played', 'won'] };
    expect(combineMemories(mine, { times: 1, seen: ['won', 'lost'] }).seen).toEqual(['played', 'won', 'lost']);
    expect(combineMemories({ times: 1 }, { times: 1, seen: ['won'] }).seen).toEqual(['won']);
    expect(combineMemories({ times: 1 }, { times: 1 })).not.toHaveProperty('seen');
  });
});
