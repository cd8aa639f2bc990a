import { KnownPlaces } from './known-places.js';

const RULE = { workspace: 'ws_1', rule: 'early@1' };

describe('the places that an instance knows of', () => {
  const known = new KnownPlaces();
  const verdict = (playerId: string, players: number, rule = RULE) => known.verdictOf({ ...rule, playerId, players });

  it('are nothing at first, and of who came too late nothing is known while there are places', () => {
    expect(verdict('anna', 3)).toBeUndefined();
    known.add(RULE, { taken: 1, numbers: new Map([['anna', 1]]), isComplete: false });
    expect(verdict('anna', 3)).toBe(true);
    expect(verdict('bea', 3)).toBeUndefined();
  });

  it('say of every player when all are taken, for as many as were', () => {
    const numbers = new Map([
      ['anna', 1],
      ['bea', 2],
      ['carl', 3],
    ]);
    known.add(RULE, { taken: 3, numbers, isComplete: true });
    expect(['anna', 'carl', 'dora'].map((playerId) => verdict(playerId, 3))).toEqual([true, true, false]);
    expect(['anna', 'carl', 'dora'].map((playerId) => verdict(playerId, 2))).toEqual([true, false, false]);
    expect(verdict('dora', 4)).toBeUndefined();
  });

  it('are of one rule of one workspace', () => {
    expect(verdict('anna', 3, { ...RULE, workspace: 'ws_2' })).toBeUndefined();
    expect(verdict('anna', 3, { ...RULE, rule: 'early@2' })).toBeUndefined();
  });
});
