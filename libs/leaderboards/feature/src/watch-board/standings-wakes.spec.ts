import type { StandingsMessage } from '@laurel/contracts';
import { silentLog } from '@laurel/testing';
import { StandingsWakes } from './standings-wakes.js';

const MESSAGE: StandingsMessage = {
  v: 1,
  id: 'ws_1|premier-league@2|3|1:42',
  workspace: 'ws_1',
  board: 'premier-league@2',
  partition: 3,
  epoch: 1,
  offset: 42,
  windows: ['all', '2014-15'],
};

class FakeConsumer {
  failures = 0;
  topic = '';
  hear: (values: readonly Buffer[]) => void = () => undefined;

  async start(topic: string, hear: (values: readonly Buffer[]) => void): Promise<void> {
    if (this.failures > 0) {
      this.failures -= 1;
      throw new Error('no broker');
    }
    this.topic = topic;
    this.hear = hear;
  }

  async stop(): Promise<void> {
    this.topic = '';
  }
}

describe('standings messages', () => {
  let consumer: FakeConsumer;
  let woken: string[];
  let wakes: StandingsWakes;

  beforeEach(() => {
    jest.useFakeTimers();
    consumer = new FakeConsumer();
    woken = [];
    const views = { wake: (...window: string[]) => void woken.push(window.join(' ')) };
    wakes = new StandingsWakes(consumer, 'laurel.standings', views, silentLog);
  });

  afterEach(async () => {
    await wakes.onApplicationShutdown();
    jest.useRealTimers();
  });

  const hear = (...values: readonly string[]): void => consumer.hear(values.map((value) => Buffer.from(value)));

  it('wake the windows they name, of every incarnation', async () => {
    wakes.onApplicationBootstrap();
    await jest.advanceTimersByTimeAsync(0);
    hear(JSON.stringify(MESSAGE));
    expect(woken).toEqual(['ws_1 premier-league all', 'ws_1 premier-league 2014-15']);
  });

  it.each(['', 'nonsense', 'null', '{}', JSON.stringify({ ...MESSAGE, v: 2 })])(
    'that are not of this version are passed over: %j',
    async (value) => {
      wakes.onApplicationBootstrap();
      await jest.advanceTimersByTimeAsync(0);
      hear(value, JSON.stringify(MESSAGE));
      expect(woken).toHaveLength(2);
    },
  );

  it('are joined as soon as there is a broker', async () => {
    consumer.failures = 2;
    wakes.onApplicationBootstrap();
    await jest.advanceTimersByTimeAsync(0);
    expect(consumer.topic).toBe('');
    await jest.advanceTimersByTimeAsync(4_000);
    expect(consumer.topic).toBe('laurel.standings');
  });
});
