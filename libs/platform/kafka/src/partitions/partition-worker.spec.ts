import { type Log, Slots } from '@laurel/kernel';
import { silentLog, until } from '@laurel/testing';
import {
  type Hold,
  type LogMessage,
  OutageError,
  type PartitionBatch,
  type PartitionHandlers,
  type Resume,
} from './partition-handler.js';
import { PartitionWorker, type WorkerSettings } from './partition-worker.js';

const PARTITION = 5;
const NEVER_MS = 3_600_000;

const message = (offset: number): LogMessage => ({ offset, timestamp: offset, key: null, value: null });
const messages = (first: number, count: number) => Array.from({ length: count }, (_, index) => message(first + index));
const offsetsOf = (batches: readonly PartitionBatch[]) =>
  batches.map((batch) => batch.messages.map(({ offset }) => offset));

/** A promise that is settled from outside. */
function gate<T = void>(): { readonly promise: Promise<T>; open(value: T): void } {
  let open: (value: T) => void = () => undefined;
  const promise = new Promise<T>((resolve) => (open = resolve));
  return { promise, open: (value) => open(value) };
}

/** One worker with handlers that do what a test tells them to; everything that happens is noted in order. */
class Bench {
  readonly calls: string[] = [];
  readonly batches: PartitionBatch[] = [];
  readonly waits: number[] = [];
  running = 0;
  mostAtOnce = 0;
  onAssigned: () => Promise<Resume> | Resume = () => ({ kind: 'resume', offset: 0 });
  onBatch: (batch: PartitionBatch) => Promise<Resume | undefined> | Resume | undefined = () => undefined;
  onTick: () => Promise<Hold | undefined> | Hold | undefined = () => undefined;
  onSeek: (offset: number) => void = () => undefined;
  readonly released: number[] = [];

  private readonly handlers: PartitionHandlers = {
    assigned: (partition) => this.call(`assigned ${partition}`, () => this.onAssigned()),
    batch: (batch) => {
      this.batches.push(batch);
      return this.call(`batch of ${batch.messages.length}`, () => this.onBatch(batch));
    },
    tick: (partition) => this.call(`tick ${partition}`, () => this.onTick()),
    released: (partition) => {
      this.released.push(partition);
      return Promise.resolve();
    },
  };

  start(settings: Partial<WorkerSettings> = {}, after: Promise<void> = Promise.resolve()): PartitionWorker {
    const fetching = {
      seek: (offset: number) => {
        this.calls.push(`seek ${offset}`);
        // What is fetched comes after the worker has begun to take it.
        setImmediate(() => this.onSeek(offset));
      },
      pause: () => this.calls.push('pause'),
      resume: () => this.calls.push('resume'),
    };
    const log: Log = { ...silentLog, warn: (facts) => this.waits.push((facts as { waitMs: number }).waitMs) };
    const defaults = { slots: new Slots(1), maxBatch: 100, tickMs: NEVER_MS, retryMs: 1, maxRetryMs: 4 };
    return new PartitionWorker(PARTITION, this.handlers, fetching, { ...defaults, ...settings }, log, after);
  }

  count(call: string): number {
    return this.calls.filter((each) => each === call).length;
  }

  processed(): number {
    return this.batches.reduce((sum, batch) => sum + batch.messages.length, 0);
  }

  private async call<T>(name: string, work: () => Promise<T> | T): Promise<T> {
    this.calls.push(name);
    this.running += 1;
    this.mostAtOnce = Math.max(this.mostAtOnce, this.running);
    try {
      // A handler takes its time: what would overlap, does.
      await new Promise((resolve) => setImmediate(resolve));
      return await work();
    } finally {
      this.running -= 1;
    }
  }
}

let bench: Bench;
let worker: PartitionWorker | undefined;

beforeEach(() => (bench = new Bench()));
afterEach(() => worker?.close());

/** Starts the worker and waits until it takes messages. */
async function started(settings: Partial<WorkerSettings> = {}): Promise<PartitionWorker> {
  const fresh = bench.start(settings);
  worker = fresh;
  await until('fetching begins', () => bench.calls.includes('resume'));
  return fresh;
}

describe('a partition whose turn has not come', () => {
  it('keeps collecting, and takes all that arrived as one batch', async () => {
    const slots = new Slots(1);
    const turn = gate();
    const others = slots.run(() => turn.promise);
    const waiting = await started({ slots });
    waiting.offer(messages(0, 2));
    waiting.offer(messages(2, 3));
    expect(bench.batches).toEqual([]);

    turn.open();

    await others;
    await until('the batch is processed', () => bench.processed() === 5);
    expect(bench.batches).toHaveLength(1);
  });
});

describe('a partition that was assigned', () => {
  it('is fetched from where its handler says, and not before', async () => {
    bench.onAssigned = () => ({ kind: 'resume', offset: 42 });

    await started();

    expect(bench.calls).toEqual(['assigned 5', 'seek 42', 'resume']);
  });

  it('waits until its former worker has ended', async () => {
    const former = gate();
    worker = bench.start({}, former.promise);
    expect(bench.calls).toEqual([]);

    former.open();

    await until('it is assigned', () => bench.calls.includes('assigned 5'));
  });

  it('takes nothing that was fetched before its handler has answered', async () => {
    const answer = gate<Resume>();
    bench.onAssigned = () => answer.promise;
    worker = bench.start();
    worker.offer(messages(0, 3));
    answer.open({ kind: 'resume', offset: 7 });
    await until('fetching begins', () => bench.calls.includes('resume'));

    worker.offer(messages(7, 2));

    await until('a batch is processed', () => bench.processed() === 2);
    expect(offsetsOf(bench.batches)).toEqual([[7, 8]]);
  });

  it('stays paused when its handler halts it, until it is closed', async () => {
    bench.onAssigned = () => ({ kind: 'halted' });
    worker = bench.start();
    await until('it is assigned', () => bench.calls.includes('assigned 5'));

    worker.offer(messages(0, 3));
    await worker.close();

    expect(bench.calls).toEqual(['assigned 5']);
  });

  it('is not hurried by what is fetched while it waits after a failure', async () => {
    bench.onAssigned = () => {
      throw new Error('MongoDB is down');
    };
    const waiting = bench.start({ retryMs: NEVER_MS, maxRetryMs: NEVER_MS });
    worker = waiting;
    await until('it failed', () => bench.waits.length === 1);

    waiting.offer(messages(0, 3));
    await new Promise((resolve) => setImmediate(resolve));
    await new Promise((resolve) => setImmediate(resolve));

    expect(bench.calls).toEqual(['assigned 5']);
  });

  it('is tried again when its handler fails', async () => {
    let failures = 3;
    bench.onAssigned = () => {
      failures -= 1;
      if (failures >= 0) throw new Error('MongoDB is down');
      return { kind: 'resume', offset: 0 };
    };

    await started();

    expect(bench.calls).toEqual(['assigned 5', 'assigned 5', 'assigned 5', 'assigned 5', 'seek 0', 'resume']);
  });
});

describe('the messages of a partition', () => {
  it('are given in the order of the log, in batches of a bounded size', async () => {
    const running = await started({ maxBatch: 4 });

    running.offer(messages(0, 6));
    running.offer(messages(6, 4));

    await until('all are processed', () => bench.processed() === 10);
    expect(offsetsOf(bench.batches).flat()).toEqual(messages(0, 10).map(({ offset }) => offset));
    expect(Math.max(...bench.batches.map((batch) => batch.messages.length))).toBe(4);
    expect(bench.batches.every(({ partition }) => partition === PARTITION)).toBe(true);
  });

  it('are processed one call at a time, with the ticks between them', async () => {
    const running = await started({ maxBatch: 1, tickMs: 0 });

    running.offer(messages(0, 50));

    await until('all are processed', () => bench.processed() === 50);
    expect(bench.count('tick 5')).toBeGreaterThan(0);
    expect(bench.mostAtOnce).toBe(1);
  });

  it('are gathered while a batch is under way', async () => {
    const first = gate<undefined>();
    bench.onBatch = () => (bench.batches.length === 1 ? first.promise : undefined);
    const running = await started();
    running.offer(messages(0, 1));
    await until('the first batch is under way', () => bench.batches.length === 1);

    running.offer(messages(1, 2));
    running.offer(messages(3, 2));
    first.open(undefined);

    await until('all are processed', () => bench.processed() === 5);
    expect(offsetsOf(bench.batches)).toEqual([[0], [1, 2, 3, 4]]);
  });

  it('are no longer fetched when too many wait, and fetched again when few do', async () => {
    const first = gate<undefined>();
    bench.onBatch = () => (bench.batches.length === 1 ? first.promise : undefined);
    const running = await started({ maxBatch: 500 });

    running.offer(messages(0, 4_001));
    running.offer(messages(4_001, 500));
    expect(bench.count('pause')).toBe(1);
    first.open(undefined);

    await until('all are processed', () => bench.processed() === 4_501);
    expect(bench.count('pause')).toBe(1);
    expect(bench.count('resume')).toBe(2);
    const resumed = bench.calls.lastIndexOf('resume');
    const left = bench.calls.slice(resumed).filter((call) => call.startsWith('batch')).length;
    expect(left).toBeGreaterThan(0);
  });
});

describe('a batch that fails', () => {
  it('makes the partition start again from its checkpoint, without what was fetched', async () => {
    bench.onBatch = () => {
      if (bench.batches.length === 1) throw new Error('the commit is unknown');
      return undefined;
    };
    bench.onAssigned = () => ({ kind: 'resume', offset: bench.batches.length === 0 ? 0 : 10 });
    const running = await started({ maxBatch: 2 });
    running.offer(messages(0, 6));
    await until('it has started again', () => bench.count('assigned 5') === 2 && bench.count('resume') === 2);

    running.offer(messages(10, 1));

    await until('it goes on', () => bench.batches.length === 2);
    expect(offsetsOf(bench.batches)).toEqual([[0, 1], [10]]);
    expect(bench.calls).toEqual([
      'assigned 5',
      'seek 0',
      'resume',
      'batch of 2',
      'pause',
      'assigned 5',
      'seek 10',
      'resume',
      'batch of 1',
    ]);
  });

  it('drops what is fetched until the partition has started again', async () => {
    const again = gate<Resume>();
    bench.onBatch = () => {
      if (bench.batches.length === 1) throw new Error('the commit is unknown');
      return undefined;
    };
    const running = await started();
    bench.onAssigned = () => again.promise;
    running.offer(messages(0, 1));
    await until('it starts again', () => bench.count('assigned 5') === 2);

    running.offer(messages(1, 5));
    again.open({ kind: 'resume', offset: 0 });
    await until('fetching begins again', () => bench.count('resume') === 2);
    running.offer(messages(0, 6));

    await until('all are processed', () => bench.processed() === 7);
    expect(offsetsOf(bench.batches).flat()).toEqual([0, 0, 1, 2, 3, 4, 5]);
  });

  it('is waited for ever longer up to a bound, and from the start again after a success', async () => {
    let fail = true;
    bench.onBatch = () => {
      if (fail) throw new Error('MongoDB is down');
      return undefined;
    };
    const running = await started();
    /** Offers a batch each time the partition has started, until so many have failed. */
    const failUntil = async (times: number) => {
      while (bench.waits.length < times) {
        const before = bench.waits.length;
        await until('fetching begins', () => bench.count('resume') === before + 1);
        running.offer(messages(0, 1));
        await until('it failed', () => bench.waits.length > before);
      }
    };
    await failUntil(4);
    fail = false;
    await until('fetching begins', () => bench.count('resume') === 5);
    running.offer(messages(0, 1));
    await until('one succeeds', () => bench.batches.length === 5);
    fail = true;
    running.offer(messages(1, 1));
    await until('it failed', () => bench.waits.length === 5);

    expect(bench.waits).toEqual([1, 2, 4, 4, 1]);
  });
});

describe('a batch that can never be committed as a whole', () => {
  const LOG = messages(0, 40);
  const CULPRIT = 26;
  let next: number;

  /** A log behind the checkpoint: fetched from where the worker starts, as often as it starts. */
  async function process(refuse: (batch: PartitionBatch) => Error | undefined): Promise<void> {
    next = 0;
    bench.onAssigned = () => ({ kind: 'resume', offset: next });
    bench.onBatch = (batch) => {
      const error = refuse(batch);
      if (error) throw error;
      next = (batch.messages.at(-1)?.offset ?? next) + 1;
      return undefined;
    };
    bench.onSeek = (offset) => worker?.offer(LOG.slice(offset));
    worker = bench.start({ maxBatch: 32 });
    await until('all is processed', () => next === LOG.length);
  }

  const holdsCulprit = ({ messages: given }: PartitionBatch) => given.some(({ offset }) => offset === CULPRIT);

  it('is cut down to the one message that is to blame, which is tried with the number of its attempts', async () => {
    await process((batch) =>
      holdsCulprit(batch) && !(batch.messages.length === 1 && batch.attempt >= 2) ? new Error('too large') : undefined,
    );

    const blamed = bench.batches.filter(holdsCulprit).map(({ messages: given, attempt }) => [given.length, attempt]);
    // The batch of two began with the culprit as well.
    expect(blamed.slice(-3)).toEqual([
      [2, 0],
      [1, 1],
      [1, 2],
    ]);
    const committed = bench.batches.filter((batch) => !holdsCulprit(batch) || batch.attempt === 2);
    expect(offsetsOf(committed).flat()).toEqual(LOG.map(({ offset }) => offset));
    expect(bench.batches.length).toBeLessThan(LOG.length / 2);
  });

  it('lets the batches behind it grow again', async () => {
    await process((batch) => (holdsCulprit(batch) && batch.messages.length > 1 ? new Error('too large') : undefined));

    const behind = bench.batches.slice(bench.batches.findLastIndex(holdsCulprit) + 1);
    expect(behind.length).toBeGreaterThan(1);
    expect(behind.at(0)?.messages.length).toBeLessThan(behind.at(1)?.messages.length ?? 0);
  });

  it('is no attempt of its messages when something else was away', async () => {
    let outages = 12;
    await process(() => {
      outages -= 1;
      return outages >= 0 ? new OutageError('MongoDB is down') : undefined;
    });

    expect(new Set(bench.batches.map(({ attempt }) => attempt))).toEqual(new Set([0]));
  });
});

describe('a partition that its handler holds', () => {
  it('gets no batches but ticks, until a tick lets it go', async () => {
    let hold = true;
    bench.onTick = () => (hold ? { kind: 'hold' } : undefined);
    const running = await started({ tickMs: 5 });
    await until('it is held', () => running.isHeld);
    const ticks = bench.count('tick 5');

    running.offer(messages(0, 3));
    await until('it ticks on', () => bench.count('tick 5') > ticks + 2);
    expect(bench.batches).toEqual([]);
    hold = false;

    await until('all are processed', () => bench.processed() === 3);
    expect(running.isHeld).toBe(false);
  });

  it('is fetched no further than its queue reaches', async () => {
    bench.onTick = () => ({ kind: 'hold' });
    const running = await started({ tickMs: 5 });
    await until('it is held', () => running.isHeld);

    running.offer(messages(0, 4_001));

    expect(bench.calls.at(-1)).toBe('pause');
  });
});

describe('the progress of a partition', () => {
  it('is unknown before it has begun, and nothing waits when all is processed', async () => {
    const running = bench.start();
    worker = running;
    expect(running.progress()).toEqual({ partition: PARTITION, waiting: undefined, oldestAt: undefined });
    await until('fetching begins', () => bench.calls.includes('resume'));

    running.sawLogEnd(3);
    running.offer(messages(0, 3));

    await until('all is processed', () => running.progress().waiting === 0);
    expect(running.progress().oldestAt).toBeUndefined();
  });

  it('tells what waits behind a batch that hangs, and since when', async () => {
    const hanging = gate<undefined>();
    bench.onBatch = () => hanging.promise;
    const running = await started({ maxBatch: 1 });

    running.sawLogEnd(10);
    running.offer(messages(0, 3));
    await until('a batch is under way', () => bench.batches.length === 1);

    expect(running.progress()).toEqual({ partition: PARTITION, waiting: 10, oldestAt: 0 });
    hanging.open(undefined);
  });

  it('does not forget since when a failing message waits', async () => {
    bench.onAssigned = () => ({ kind: 'resume', offset: 7 });
    bench.onBatch = () => {
      throw new Error('MongoDB is down');
    };
    const running = await started({ retryMs: NEVER_MS, maxRetryMs: NEVER_MS });
    running.sawLogEnd(8);
    running.offer(messages(7, 1));

    await until('it failed', () => bench.waits.length === 1);

    expect(running.progress()).toEqual({ partition: PARTITION, waiting: 1, oldestAt: 7 });
  });
});

describe('a batch that halts its partition', () => {
  it('is the last one: the partition is paused and keeps still until it is closed', async () => {
    bench.onBatch = () => ({ kind: 'halted' });
    const running = await started({ maxBatch: 1 });

    running.offer(messages(0, 3));
    await until('it is paused', () => bench.calls.includes('pause'));
    running.offer(messages(3, 3));
    await running.close();

    expect(offsetsOf(bench.batches)).toEqual([[0]]);
    expect(bench.count('assigned 5')).toBe(1);
  });
});

describe('the tick of a partition', () => {
  it('comes while nothing else happens', async () => {
    await started({ tickMs: 1 });

    await until('it has ticked twice', () => bench.count('tick 5') >= 2);
    expect(bench.batches).toEqual([]);
  });

  it('that fails makes the partition start again', async () => {
    bench.onTick = () => {
      if (bench.count('tick 5') === 1) throw new Error('the state is gone');
      return undefined;
    };

    await started({ tickMs: 1 });

    await until('it ticks again', () => bench.count('tick 5') >= 2);
    expect(bench.count('assigned 5')).toBe(2);
  });
});

describe('closing', () => {
  it('waits for the call under way and lets none follow', async () => {
    const first = gate<undefined>();
    bench.onBatch = () => first.promise;
    const running = await started({ maxBatch: 1, tickMs: 0 });
    running.offer(messages(0, 3));
    await until('a batch is under way', () => bench.batches.length === 1);
    let closed = false;

    const closing = running.close().then(() => (closed = true));
    running.offer(messages(3, 3));
    await new Promise((resolve) => setImmediate(resolve));
    expect(closed).toBe(false);
    first.open(undefined);
    await closing;

    expect(bench.batches).toHaveLength(1);
    expect(bench.running).toBe(0);
    // The next worker of the partition steers its fetching by now.
    expect(bench.count('pause')).toBe(0);
  });

  it('tells the handler when nothing of it runs any more', async () => {
    const first = gate<undefined>();
    bench.onBatch = () => first.promise;
    const running = await started();
    running.offer(messages(0, 1));
    await until('a batch is under way', () => bench.batches.length === 1);

    const closing = running.close();
    expect(bench.released).toEqual([]);
    first.open(undefined);
    await closing;

    expect(bench.released).toEqual([PARTITION]);
  });

  it('while the handler still decides where to start leaves the fetching alone, which is another worker’s now', async () => {
    const answer = gate<Resume>();
    bench.onAssigned = () => answer.promise;
    worker = bench.start();
    await until('it is assigned', () => bench.calls.includes('assigned 5'));

    const closing = worker.close();
    answer.open({ kind: 'resume', offset: 0 });
    await closing;

    expect(bench.calls).toEqual(['assigned 5']);
  });

  it('does not wait for the pause after a failure', async () => {
    bench.onAssigned = () => {
      throw new Error('MongoDB is down');
    };
    worker = bench.start({ retryMs: NEVER_MS, maxRetryMs: NEVER_MS });
    await until('it failed', () => bench.waits.length === 1);

    await worker.close();

    expect(bench.calls).toEqual(['assigned 5']);
  });

  it('before the former worker has ended lets this one do nothing', async () => {
    const former = gate();
    worker = bench.start({}, former.promise);

    const closing = worker.close();
    former.open();
    await closing;

    expect(bench.calls).toEqual([]);
    expect(bench.released).toEqual([]);
  });
});
