import { readBoardSearch } from './board-search.js';

describe('what of a board its address shows', () => {
  it('is a window, a part and players', () => {
    expect(readBoardSearch({ window: '2026-W47', segment: 'country:DE', player: 'ann', around: 'bob' })).toEqual({
      ...{ window: '2026-W47', segment: 'country:DE', player: 'ann', around: 'bob' },
    });
  });

  it('has nothing else, and nothing that is empty', () => {
    expect(readBoardSearch({ window: '', player: { id: 'ann' }, tab: 'x' })).toEqual({});
  });

  it('reads ids that look like numbers as ids', () => {
    expect(readBoardSearch({ window: 2026, player: 17 })).toEqual({ window: '2026', player: '17' });
  });
});
