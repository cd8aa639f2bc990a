import { until } from '@laurel/testing';
import { Api } from '../stack/api.js';
import type { ConformanceGame } from './conformance-game.js';

const DAY = (day: number): string => `2026-11-${String(day).padStart(2, '0')}T12:00:00Z`;

export function writes(game: () => ConformanceGame): void {
  it('8 moves the old entry on an update, and never has two', async () => {
    const board = await game().board('moves');
    await board.submit('anna', 5);
    await board.submit('bea', 6);
    await board.submit('anna', 2);
    await board.expectRanks('1 anna', '2 bea');
    // The page that was just seen: another one may be up to 100 ms older, since pages are shared for so long.
    expect((await board.page('?limit=100')).body).toMatchObject({ total: 2 });
  });

  it('9 leaves record and time alone for a worse score under best', async () => {
    const board = await game().board('best', { aggregation: 'best' });
    await board.submit('anna', 9, { at: DAY(1) });
    await board.submit('anna', 4, { at: DAY(2) });
    expect(await board.standing('anna')).toMatchObject({ score: 9, reachedAt: '2026-11-01T12:00:00.000Z' });
  });

  it('10 counts a worse score as an attempt, and takes no more than the board allows', async () => {
    const board = await game().board('attempts', { aggregation: 'best', more: { attempts: { max: 2 } } });
    await board.submit('anna', 9);
    await board.submit('anna', 4);
    const refused = await board.submit('anna', 99);
    expect(JSON.stringify(refused.body)).toContain('scoring.no_attempts_left');
    expect(await board.standing('anna')).toMatchObject({ score: 9 });
  });

  it('11 defines adding 0, subtracting first and overflow: a place, a debt, and a recorded refusal', async () => {
    const board = await game().board('edges');
    await board.submit('zero', 0);
    await board.submit('debtor', -5);
    await board.submit('giant', Number.MAX_SAFE_INTEGER);
    const refused = await board.submit('giant', 1);
    expect(refused.status).toBe(200);
    expect(JSON.stringify(refused.body)).toContain('scoring.overflow');
    await board.expectRanks('1 giant', '2 zero', '3 debtor');
    for (const score of [1e308, 2 ** 53, 0.5, '7', null]) {
      const answer = await board.api.sendAndWait({
        type: 'result.edges',
        playerId: 'odd',
        properties: { score },
      });
      expect(answer.status).toBeLessThan(500);
    }
    expect(await board.standing('odd')).toBeNull();
  });

  it('12 does not let an older result win that arrives late under last', async () => {
    const board = await game().board('newest', { aggregation: 'last' });
    await board.submit('anna', 5, { at: DAY(10) });
    await board.submit('anna', 9, { at: DAY(3) });
    expect(await board.standing('anna')).toMatchObject({ score: 5, reachedAt: '2026-11-10T12:00:00.000Z' });
  });

  it('13 ends concurrent results of one player as one entry', async () => {
    const board = await game().board('concurrent');
    await Promise.all(Array.from({ length: 40 }, () => board.submit('anna', 1)));
    await board.expectRanks('1 anna');
    expect(await board.standing('anna')).toMatchObject({ score: 40 });
  });

  it('14 lets players and boards go on side by side', async () => {
    const boards = [await game().board('side-a'), await game().board('side-b')];
    const players = Array.from({ length: 20 }, (_, index) => `p${String(index).padStart(2, '0')}`);
    await Promise.all(boards.flatMap((board) => players.map((playerId, index) => board.submit(playerId, 100 - index))));
    for (const board of boards)
      await board.expectRanks(...players.map((playerId, index) => `${index + 1} ${playerId}`));
  });

  it('15 takes many players on one board, and one player on many boards', async () => {
    const board = await game().board('bulk');
    await board.submitAll(Array.from({ length: 1_000 }, (_, index) => [`p${index}`, index] as const));
    await until('all are ranked', async () => (await board.page()).body['total'] === 1_000);
    expect(await board.standing('p0')).toMatchObject({ rank: 1_000 });
    for (const each of ['bulk-a', 'bulk-b', 'bulk-c']) {
      const another = await game().board(each);
      await another.submit('anna', 3);
      await another.expectRanks('1 anna');
    }
  });

  it('16 refuses player tokens on a board that is for servers alone, to read it and to play on it', async () => {
    const board = await game().board('server-only', { more: { serverOnly: true } });
    await board.submit('anna', 3);
    const token = String((await board.api.playerToken('anna')).body['token']);
    const client = new Api(game().stack, token);
    expect((await client.query('/v1/leaderboards/server-only')).status).toBe(403);
    expect((await client.query('/v1/leaderboards/server-only/players/anna')).status).toBe(403);
    const sent = await client.sendAndWait({ type: 'result.server_only', playerId: 'anna', properties: { score: 50 } });
    expect(sent.status).toBe(403);
    expect(await board.standing('anna')).toMatchObject({ score: 3 });
  });

  it('17 is not changed by a result that is sent again', async () => {
    const board = await game().board('again');
    await board.submit('anna', 3, { id: 'again-once' });
    await board.submit('anna', 3, { id: 'again-once' });
    await board.submit('anna', 4, { id: 'again-once' });
    expect(await board.standing('anna')).toMatchObject({ score: 3 });
  });
}
