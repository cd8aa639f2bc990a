import { actsOf, givenBy, progressOf } from './grant-acts.js';

describe('a grant', () => {
  it.each([
    ['pending', ['approve', 'reject']],
    ['failed', ['retry', 'revoke']],
    ['granted', ['revoke']],
    ['revoked', []],
  ] as const)('that is %s can be: %s', (state, acts) => {
    expect(actsOf({ state })).toEqual(acts);
  });

  it('says what it gives', () => {
    const what = [{ currency: 'coins', amount: 500 }, { title: 'champion' }, { item: 'chest', quantity: 2 }];
    expect(givenBy({ what })).toBe('500 coins, title champion, 2 × chest');
  });
});

describe('the progress of a run', () => {
  it('counts who has it, who waits and what went wrong', () => {
    const totals = [
      { state: 'granted', grants: 3 },
      { state: 'pending', grants: 2 },
      { state: 'failed', grants: 1 },
      { state: 'not_eligible', grants: 1 },
    ] as const;
    expect(progressOf(totals)).toEqual({ done: 4, waiting: 2, failed: 1, total: 7 });
  });
});
