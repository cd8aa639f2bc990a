import { type Log, Slots } from '@laurel/kernel';
import { silentLog, until } from '@laurel/testing';
import type { LogMessage, PartitionBatch, PartitionHandlers, Resume } from './partition-handler.js';
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
  onTick: () => Promise<void> | void = () => undefined;

  private readonly handlers: PartitionHandlers = {
    assigned: (partition) => this.call(`assigned ${partition}`, () => this.onAssigned()),
    batch: (batch) => {
      this.batches.push(batch);
      return this.call(`batch of ${batch.messages.length}`, () => this.onBatch(batch));
    },
    tick: (partition) => this.call(`tick ${partition}`, () => this.onTick()),
  };

  start(settings: Partial<WorkerSettings> = {}, after: Promise<void> = Promise.resolve()): PartitionWorker {
    const fetching = {
      seek: (offset: number) => this.calls.push(`seek ${offset}`),
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
    expect(offsetsOf(bench.batches)).toEqual([[0], [0, 1, 2, 3, 4, 5]]);
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
  });
});
