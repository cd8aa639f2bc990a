import { type Player, newPlayer } from '@laurel/scoring-domain';
import { toPlayer, toPlayerDocument } from './player.mapper.js';

const player: Player = {
  ...newPlayer('ws_1', 'anna', 5),
  stats: new Map([['points@1', { value: 3, at: 4 }]]),
  balances: new Map([['coins', 7]]),
  boards: new Map([['top@1', new Map([['all', { score: 3, columns: [], reachedAt: 4 }]])]]),
};

describe('a player in its document', () => {
  it('is read as it was written, with what rules keep of it', () => {
    const rules = new Map([['daily@2', { times: 4, at: 9, periods: { day: { of: 2, times: 1 } }, seen: ['played'] }]]);
    expect(toPlayer(toPlayerDocument({ ...player, rules }, 3))).toEqual({ ...player, rules });
  });

  it('says where the player is hidden, and nothing where the player is not', () => {
    expect(toPlayer(toPlayerDocument({ ...player, hiddenOn: ['top@1'] }, 3))).toEqual({
      ...player,
      hiddenOn: ['top@1'],
    });
    expect(toPlayerDocument(player, 3)).not.toHaveProperty('hiddenOn');
  });

  it('is read with the tiers of leagues that the player plays in, and is found by them', () => {
    const leagues = new Map([['top@1', 'gold']]);
    expect(toPlayerDocument({ ...player, leagues }, 3).facets).toEqual(['league.top@1=gold']);
    expect(toPlayer(toPlayerDocument({ ...player, leagues }, 3))).toEqual({ ...player, leagues });
  });

  it('has no place for rules where none keeps anything', () => {
    expect(toPlayerDocument(player, 3)).not.toHaveProperty('rules');
    expect(toPlayer(toPlayerDocument(player, 3))).toEqual(player);
  });
});
