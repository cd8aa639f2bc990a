import { silentLog } from '@laurel/testing';
import { OutcomeHub } from './outcome-hub.js';
import { anOutcome, outcomesValue } from './outcome.builder.js';

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

describe('outcomes', () => {
  let consumer: FakeConsumer;
  let hub: OutcomeHub;
  let heard: string[];

  beforeEach(() => {
    consumer = new FakeConsumer();
    hub = new OutcomeHub(consumer, 'laurel.outcomes', silentLog);
    heard = [];
    hub.listen({
      wants: (workspace) => workspace === 'ws_1',
      hear: (workspace, outcomes) => heard.push(...outcomes.map(({ eventId }) => `${workspace} ${eventId}`)),
    });
    hub.onApplicationBootstrap();
  });

  it('reach who wants those of their workspace, and nobody else', () => {
    consumer.hear([
      outcomesValue([anOutcome({ eventId: 'a' }), anOutcome({ eventId: 'b' })]),
      outcomesValue([anOutcome({ workspace: 'ws_2', eventId: 'c' })], 'ws_2'),
    ]);
    expect(heard).toEqual(['ws_1 a', 'ws_1 b']);
  });

  it.each([
    ['nothing', null],
    ['no list', 7],
    ['an outcome that is nothing', [null]],
    ['an outcome without a time', [{ ...anOutcome(), decidedAt: undefined }]],
    ['an effect that is nothing', [{ ...anOutcome(), effects: [null] }]],
  ])('reach who wants them though another message has %s', (_what, outcomes) => {
    consumer.hear([
      Buffer.from(JSON.stringify({ v: 1, workspace: 'ws_1', partition: 3, outcomes })),
      outcomesValue([anOutcome({ eventId: 'a' })]),
    ]);
    expect(heard).toEqual(['ws_1 a']);
    expect(hub.latest('ws_1')).toHaveLength(1);
  });

  it('are known afterwards, also those that nobody wanted', () => {
    consumer.hear([outcomesValue([anOutcome({ workspace: 'ws_2', eventId: 'c' })], 'ws_2')]);
    expect(hub.latest('ws_2')).toMatchObject([{ eventId: 'c' }]);
    expect(hub.latest('ws_3')).toEqual([]);
  });

  it('are forgotten one message after the other, never the latest', () => {
    const large = (eventId: string): Buffer => outcomesValue([anOutcome({ eventId, type: 'x'.repeat(100_000) })]);
    consumer.hear([large('a'), large('b')]);
    expect(hub.latest('ws_1')).toMatchObject([{ eventId: 'b' }]);
    consumer.hear([outcomesValue([anOutcome({ eventId: 'c' })])]);
    expect(hub.latest('ws_1')).toMatchObject([{ eventId: 'b' }, { eventId: 'c' }]);
  });

  it('of the workspaces that were silent longest are forgotten', () => {
    for (let index = 0; index <= 64; index += 1) consumer.hear([outcomesValue([anOutcome()], `ws_${index}`)]);
    expect(hub.latest('ws_0')).toEqual([]);
    expect(hub.latest('ws_1')).toHaveLength(1);
  });

  it.each(['', 'nonsense', 'null', '{}', '{"v":2,"workspace":"ws_1","outcomes":[]}', '{"v":1,"workspace":"ws_1"'])(
    'that are not of this version are passed over: %j',
    (value) => {
      consumer.hear([Buffer.from(value), outcomesValue([anOutcome()])]);
      expect(heard).toEqual(['ws_1 e-1']);
    },
  );

  it('are understood whatever the order of the message’s fields', () => {
    consumer.hear([Buffer.from(JSON.stringify({ outcomes: [anOutcome()], workspace: 'ws_1', v: 1 }))]);
    expect(heard).toEqual(['ws_1 e-1']);
  });

  it('are heard until the gateway stops', async () => {
    expect(consumer.topic).toBe('laurel.outcomes');
    await hub.onApplicationShutdown();
    expect(consumer.topic).toBe('');
  });
});
