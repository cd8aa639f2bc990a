import { until } from '@laurel/testing';
import { type ConformanceBoard, ConformanceGame } from './conformance-game.js';
import type { LaurelStack } from '../stack/laurel-stack.js';

let games = 0;

/** A game in a workspace of its own, whose clock stands at a time. */
async function gameAt(stack: LaurelStack, now: string): Promise<ConformanceGame> {
  games += 1;
  const game = await ConformanceGame.start(stack, `windows-${games}`);
  await game.setClock(now);
  return game;
}

/** Waits until a window is frozen, and gives its rows. */
async function frozen(board: ConformanceBoard, window: string): Promise<string[]> {
  await until(
    `${window} of ${board.key} is frozen`,
    async () => {
      const { body } = await board.page(`?window=${encodeURIComponent(window)}`);
      return (body['window'] as { closed?: boolean } | undefined)?.closed === true && body['warming'] !== true;
    },
    60_000,
  );
  return board.standings(`?limit=100&window=${encodeURIComponent(window)}`);
}

export function windows(stack: () => LaurelStack): void {
  it('35 keeps boards and windows apart', async () => {
    const game = await gameAt(stack(), '2026-11-20T12:00:00Z');
    const [one, two] = [
      await game.board('one', { windows: [{ kind: 'all' }, { kind: 'daily' }, { kind: 'weekly' }] }),
      await game.board('two', { windows: [{ kind: 'all' }, { kind: 'daily' }] }),
    ];
    await one.submit('anna', 3, { at: '2026-11-18T12:00:00Z' });
    await one.submit('anna', 4, { at: '2026-11-20T11:00:00Z' });
    await two.submit('bea', 1);
    await one.expectRows('?window=all', '1 anna 7');
    await one.expectRows('?window=weekly', '1 anna 7');
    await one.expectRows('?window=daily', '1 anna 4');
    await two.expectRows('?window=daily', '1 bea 1');
  });

  it('36 takes away only what has ended', async () => {
    const game = await gameAt(stack(), '2026-11-20T12:00:00Z');
    const board = await game.board('trim', { windows: [{ kind: 'daily' }, { kind: 'weekly' }, { kind: 'all' }] });
    await board.submit('anna', 3);
    await game.setClock('2026-11-21T00:00:01Z');
    expect(await frozen(board, '2026-11-20')).toEqual(['1 anna 3']);
    await board.submit('anna', 4);
    await board.expectRows('?window=weekly', '1 anna 7');
    await board.expectRows('?window=all', '1 anna 7');
    await board.expectRows('?window=daily', '1 anna 4');
  });

  it('37 goes by cron to the second, every 14 days, from Monday to Friday, after a start, and up to an end', async () => {
    const game = await gameAt(stack(), '2026-11-20T17:29:00Z');
    const evening = { kind: 'cron', name: 'evening', expression: '0 30 18 * * 1-5', timeZone: 'Europe/Berlin' };
    const board = await game.board('schedule', {
      windows: [
        evening,
        { kind: 'every', days: 14, anchor: '2026-11-02' },
        { kind: 'weekly', name: 'later', from: '2026-12-01T00:00:00Z', to: '2026-12-10T00:00:00Z' },
      ],
    });
    const { body } = await board.read('windows?preview=2');
    const text = JSON.stringify(body);
    for (const time of [
      '2026-11-20T17:30:00.000Z',
      '2026-11-23T17:30:00.000Z',
      '2026-11-30T00:00:00.000Z',
      '2026-12-01T00:00:00.000Z',
      '2026-12-10T00:00:00.000Z',
    ]) {
      expect(text).toContain(time);
    }
    await board.submit('anna', 1, { at: '2026-11-20T17:29:59.999Z' });
    await game.setClock('2026-11-20T17:30:00Z');
    await board.submit('anna', 2, { at: '2026-11-20T17:30:00Z' });
    expect(await frozen(board, 'evening:2026-11-19T173000Z')).toEqual(['1 anna 1']);
    await board.expectRows('?window=evening', '1 anna 2');
  });

  it('38 takes the day of 23 hours and the day of 25 hours for one day each', async () => {
    const game = await gameAt(stack(), '2026-03-29T12:00:00Z');
    const board = await game.board('dst', { windows: [{ kind: 'daily', timeZone: 'Europe/Berlin' }] });
    const { body } = await board.page();
    expect(body['window']).toMatchObject({ start: '2026-03-28T23:00:00.000Z', end: '2026-03-29T22:00:00.000Z' });
    await game.setClock('2026-10-25T12:00:00Z');
    await until('the day has turned', async () => JSON.stringify((await board.page()).body).includes('2026-10-25'));
    expect((await board.page()).body['window']).toMatchObject({
      start: '2026-10-24T22:00:00.000Z',
      end: '2026-10-25T23:00:00.000Z',
    });
  });

  it('39 puts a late result into its own window, or refuses it by the grace, and never into the next', async () => {
    const game = await gameAt(stack(), '2026-11-20T12:00:00Z');
    const board = await game.board('late', { windows: [{ kind: 'daily' }], more: { graceSeconds: 3_600 } });
    await board.submit('anna', 1);
    await game.setClock('2026-11-21T00:30:00Z');
    await board.submit('anna', 2, { at: '2026-11-20T23:00:00Z' });
    await board.expectRows('?window=2026-11-20', '1 anna 3');
    await game.setClock('2026-11-21T01:00:00Z');
    const late = await board.submit('anna', 4, { at: '2026-11-20T23:30:00Z' });
    expect(JSON.stringify(late.body)).toContain('scoring.window_closed');
    expect(await frozen(board, '2026-11-20')).toEqual(['1 anna 3']);
    expect(await board.rows('?window=daily')).toEqual([]);
  });

  it('40 closes the running window when its schedule changes', async () => {
    const game = await gameAt(stack(), '2026-11-20T12:00:00Z');
    const board = await game.board('reschedule', { windows: [{ kind: 'weekly' }] });
    await board.submit('anna', 5);
    await game.replace('reschedule', (before) => ({ ...before, windows: [{ kind: 'daily' }] }));
    expect(await frozen(board, '2026-W47')).toEqual(['1 anna 5']);
    await board.submit('anna', 2);
    await board.expectRows('?window=daily', '1 anna 2');
  });

  it('41 catches up once on a close that was missed while everything was down', async () => {
    const game = await gameAt(stack(), '2026-11-20T12:00:00Z');
    const board = await game.board('missed', { windows: [{ kind: 'daily' }] });
    await board.submit('anna', 5);
    await stack().scoring.kill();
    await game.setClock('2026-11-23T12:00:00Z');
    await stack().scoring.start();
    expect(await frozen(board, '2026-11-20')).toEqual(['1 anna 5']);
    for (const empty of ['2026-11-21', '2026-11-22']) expect(await frozen(board, empty)).toEqual([]);
    const { body } = await board.read('windows?limit=100');
    const keys = (body['entries'] as { key: string }[]).map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('42 closes a thousand windows that end in the same second', async () => {
    const game = await gameAt(stack(), '2026-11-20T12:00:00Z');
    const boards = await game.boards(
      Array.from({ length: 500 }, (_, index) => `mass-${index}`),
      {
        windows: [{ kind: 'daily' }, { kind: 'daily', name: 'again' }],
      },
    );
    const [first, last] = [boards.at(0), boards.at(-1)];
    await first?.submit('anna', 1);
    await last?.submit('bea', 2);
    await game.setClock('2026-11-21T00:00:00Z');
    await until(
      'all of them are frozen',
      async () => {
        for (const board of boards) {
          const { body } = await board.read('windows?limit=100');
          const past = body['entries'] as { state: string }[];
          if (past.filter(({ state }) => state === 'final').length < 2) return false;
        }
        return true;
      },
      300_000,
    );
    expect(first && (await frozen(first, '2026-11-20'))).toEqual(['1 anna 1']);
    expect(last && (await frozen(last, 'again:2026-11-20'))).toEqual(['1 bea 2']);
  }, 400_000);

  it('43 pays once with two schedulers', async () => {
    const other = stack().another('scoring-service');
    await other.start();
    try {
      const game = await gameAt(stack(), '2026-11-20T12:00:00Z');
      game.pay('payday', [{ name: 'best', ranks: { from: 1, to: 1 }, coins: 7 }]);
      const board = await game.board('payday', { windows: [{ kind: 'daily' }] });
      await board.submit('anna', 5);
      await game.setClock('2026-11-21T12:00:00Z');
      const coins = async () => (await game.api.query('/v1/players/anna')).body['balances'] as { coins?: number };
      await until('anna is paid', async () => (await coins()).coins !== undefined, 120_000);
      expect(await coins()).toEqual({ coins: 7 });
      expect((await game.api.query('/v1/players/anna/grants')).body['entries']).toHaveLength(1);
    } finally {
      await other.stop();
    }
  }, 200_000);

  it('44 takes an event exactly on the boundary for one of the new window', async () => {
    const game = await gameAt(stack(), '2026-11-21T00:00:00Z');
    const board = await game.board('boundary', { windows: [{ kind: 'daily' }], more: { graceSeconds: 3_600 } });
    await board.submit('anna', 1, { at: '2026-11-20T23:59:59.999Z' });
    await board.submit('anna', 2, { at: '2026-11-21T00:00:00Z' });
    await board.expectRows('?window=2026-11-20', '1 anna 1');
    await board.expectRows('?window=2026-11-21', '1 anna 2');
  });
}
