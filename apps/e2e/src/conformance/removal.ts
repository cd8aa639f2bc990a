import { until } from '@laurel/testing';
import type { ConformanceGame } from './conformance-game.js';

export function removal(game: () => ConformanceGame): void {
  it('31 closes ranks when a standing is removed', async () => {
    const board = await game().board('removal');
    for (const [playerId, score] of Object.entries({ anna: 9, bea: 7, carl: 5 })) await board.submit(playerId, score);
    await board.moderate('bea', 'remove', { window: 'all' });
    await board.expectRanks('1 anna', '2 carl');
    await board.submit('bea', 6);
    await board.expectRanks('1 anna', '2 bea', '3 carl');
  });

  it('32 does not count hidden and banned players, and restores them', async () => {
    const board = await game().board('moderated');
    for (const [playerId, score] of Object.entries({ dora: 9, emil: 7, fred: 5 })) await board.submit(playerId, score);
    await board.moderate('dora', 'hide');
    await board.expectRanks('1 emil', '2 fred');
    await board.api.playerStatus('emil', 'ban', 'A test.');
    await board.expectRanks('1 fred');
    expect(await board.standing('dora')).toBeNull();
    await board.submit('dora', 1);
    await board.expectRanks('1 fred');
    await board.moderate('dora', 'unhide');
    await board.api.playerStatus('emil', 'reinstate', 'A test.');
    await board.expectRanks('1 dora', '2 emil', '3 fred');
    expect(await board.standing('dora')).toMatchObject({ score: 10 });
  });

  it('33 clears every board when a player is erased', async () => {
    const boards = [await game().board('erase-a'), await game().board('erase-b', { windows: [{ kind: 'weekly' }] })];
    for (const board of boards) {
      await board.submit('gone', 9);
      await board.submit('stays', 5);
      await board.expectRanks('1 gone', '2 stays');
    }
    expect((await game().api.edit('DELETE', '/v1/players/gone')).status).toBeLessThan(300);
    for (const board of boards) {
      await until('the player is off the board', async () => (await board.ranks()).join() === '1 stays');
      expect(await board.standing('gone')).toBeNull();
    }
  });

  it('34 has no ghosts on a board that was deleted and created again under its key', async () => {
    const board = await game().board('phoenix');
    await board.submit('anna', 9);
    await board.expectRanks('1 anna');
    let definition: object = {};
    await game().replace('phoenix', (before) => (definition = before));
    await game().replace('phoenix', undefined);
    await until('the board is gone', async () => (await board.page()).status === 404);
    await game().restore(definition);
    await until('the board is back', async () => (await board.page()).status === 200);
    expect((await board.page()).body).toMatchObject({ total: 0, entries: [] });
    await board.submit('bea', 1);
    await board.expectRanks('1 bea');
  });
}
