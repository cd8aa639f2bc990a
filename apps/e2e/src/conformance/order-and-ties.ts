import type { ConformanceGame } from './conformance-game.js';

const DAY = (day: number): string => `2026-11-${String(day).padStart(2, '0')}T12:00:00Z`;

export function orderAndTies(game: () => ConformanceGame): void {
  it('1 ranks the most first in descending and the least first in ascending order', async () => {
    const [most, least] = [await game().board('most'), await game().board('least', { order: 'asc' })];
    for (const board of [most, least]) {
      await board.submit('anna', 5);
      await board.submit('bea', 9);
    }
    await most.expectRanks('1 bea', '2 anna');
    await least.expectRanks('1 anna', '2 bea');
  });

  it('2 breaks a tie by the columns, each in its own direction', async () => {
    const board = await game().board('columns', { columns: { goals: 'desc', fouls: 'asc' } });
    await board.submit('anna', { score: 5, goals: 2, fouls: 3 });
    await board.submit('bea', { score: 5, goals: 3, fouls: 9 });
    await board.submit('carl', { score: 5, goals: 2, fouls: 1 });
    await board.expectRanks('1 bea', '2 carl', '3 anna');
  });

  it('3 has one fixed order where everything is equal, the same on every read', async () => {
    const board = await game().board('equal', { then: 'shared', more: { numbering: 'ordinal' } });
    for (const playerId of ['dora', 'anna', 'carl', 'bea']) await board.submit(playerId, 7, { at: DAY(1) });
    await board.expectRanks('1 anna', '2 bea', '3 carl', '4 dora');
    for (let read = 0; read < 5; read += 1) {
      expect(await board.ranks()).toEqual(['1 anna', '2 bea', '3 carl', '4 dora']);
    }
  });

  it('4 ranks who reached a score first before who reached it later, by event time, and the other way when chosen', async () => {
    const [first, last] = [await game().board('first'), await game().board('last', { then: 'last_to_reach' })];
    for (const board of [first, last]) {
      await board.submit('late', 7, { at: DAY(3) });
      await board.submit('early', 7, { at: DAY(1) });
      await board.submit('middle', 7, { at: DAY(2) });
    }
    await first.expectRanks('1 early', '2 middle', '3 late');
    await last.expectRanks('1 late', '2 middle', '3 early');
  });

  it.each([
    ['ordinal', ['1 anna', '2 bea', '3 carl', '4 dora']],
    ['competition', ['1 anna', '1 bea', '3 carl', '4 dora']],
    ['dense', ['1 anna', '1 bea', '2 carl', '3 dora']],
  ])(
    '5 numbers shared places in %s order, from equal zeros on to ties that come and go',
    async (numbering, expected) => {
      const board = await game().board(`numbered-${numbering}`, { then: 'shared', more: { numbering } });
      for (const playerId of ['anna', 'bea', 'carl']) await board.submit(playerId, 0);
      await board.expectRanks(
        ...(numbering === 'ordinal' ? ['1 anna', '2 bea', '3 carl'] : ['1 anna', '1 bea', '1 carl']),
      );
      await board.submit('dora', 5);
      await board.submit('carl', 7);
      await board.submit('anna', 9);
      await board.submit('bea', 9);
      await board.expectRanks(...expected);
    },
  );

  it('6 keeps negative, decimal and extreme values in their place', async () => {
    const whole = await game().board('extremes', { aggregation: 'last' });
    const most = Number.MAX_SAFE_INTEGER;
    for (const [playerId, score] of Object.entries({ zero: 0, most, least: -most, almost: most - 1, minus: -1 })) {
      await whole.submit(playerId, score);
    }
    await whole.expectRanks('1 most', '2 almost', '3 zero', '4 minus', '5 least');
    expect((await whole.rows()).map(({ score }) => score)).toEqual([most, most - 1, 0, -1, -most]);

    const decimal = await game().board('decimals', { aggregation: 'last', more: { scale: 2 } });
    for (const [playerId, score] of Object.entries({ cent: 0.01, tenth: 0.1, debt: -0.01, deep: -3.07 })) {
      await decimal.submit(playerId, score);
    }
    await decimal.expectRanks('1 tenth', '2 cent', '3 debt', '4 deep');
    expect((await decimal.rows()).map(({ score }) => score)).toEqual([10, 1, -1, -307]);
  });

  it('7 never mixes columns of two submissions under best', async () => {
    const board = await game().board('one-row', { aggregation: 'best', columns: { time: 'desc' } });
    await board.submit('anna', { score: 100, time: 5 });
    await board.submit('anna', { score: 50, time: 900 });
    await board.submit('bea', { score: 100, time: 6 });
    await board.expectRanks('1 bea', '2 anna');
    expect((await board.rows()).map(({ score, columns }) => [score, ...Object.values(columns)])).toEqual([
      [100, 6],
      [100, 5],
    ]);
  });
}
