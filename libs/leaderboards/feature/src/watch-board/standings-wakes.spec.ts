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
  topic = '';
  hear: (values: readonly Buffer[]) => void = () => undefined;

  start(topic: string, hear: (values: readonly Buffer[]) => void): void {
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
    consumer = new FakeConsumer();
    woken = [];
    const views = { wake: (...window: string[]) => void woken.push(window.join(' ')) };
    wakes = new StandingsWakes(consumer, 'laurel.standings', views, silentLog);
    wakes.onApplicationBootstrap();
  });

  const hear = (...values: readonly string[]): void => consumer.hear(values.map((value) => Buffer.from(value)));

  it('wake the windows they name, of every incarnation', () => {
    hear(JSON.stringify(MESSAGE));
    expect(woken).toEqual(['ws_1 premier-league all', 'ws_1 premier-league 2014-15']);
  });

  it.each([
    '',
    'nonsense',
    'null',
    '{}',
    JSON.stringify({ ...MESSAGE, v: 2 }),
    JSON.stringify({ ...MESSAGE, board: null }),
  ])('that are not of this version are passed over: %j', (value) => {
    hear(value, JSON.stringify(MESSAGE));
    expect(woken).toHaveLength(2);
  });

  it('are heard until the gateway stops', async () => {
    expect(consumer.topic).toBe('laurel.standings');
    await wakes.onApplicationShutdown();
    expect(consumer.topic).toBe('');
  });
});
