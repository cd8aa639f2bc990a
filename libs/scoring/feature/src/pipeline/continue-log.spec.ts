import type { CheckpointDocument } from '@laurel/contracts';
import type { LogMessage } from '@laurel/platform-kafka';
import { PartitionState } from '../partition/partition-state.js';
import { fingerprintOf } from './commit.step.js';
import { continueLog } from './continue-log.js';

const message = (offset: number, text = `message ${offset}`): LogMessage => ({
  offset,
  timestamp: 100 + offset,
  key: Buffer.from('ws_1|anna'),
  value: Buffer.from(text),
});

const log = (...offsets: number[]) => offsets.map((offset) => message(offset));

const checkpointAt = (offset: number, fingerprint = fingerprintOf(message(offset))): CheckpointDocument => ({
  _id: 3,
  epoch: 1,
  offset,
  fingerprint,
  decidedAt: 100,
  published: offset,
});

/** A partition as it is after an assignment. */
const stateAt = (checkpoint?: CheckpointDocument) => new PartitionState(3, 1, checkpoint, new Map(), 10);

/** Whether a batch would be taken, and from which offset on. */
function outcomeOf(state: PartitionState, messages: readonly LogMessage[]): number[] | string {
  const result = continueLog(state, messages);
  return result.ok ? result.value.map(({ offset }) => offset) : result.error;
}

describe('the first batch of a partition', () => {
  it('begins at the beginning of the log when nothing is committed', () => {
    expect(outcomeOf(stateAt(), log(0, 1, 2))).toEqual([0, 1, 2]);
  });

  it('is refused when nothing is committed and the log begins later', () => {
    expect(outcomeOf(stateAt(), log(5, 6))).toBe('offset 0 is missing: the log goes on at 5');
  });

  it('begins with the message that was committed last, which is left out', () => {
    expect(outcomeOf(stateAt(checkpointAt(4)), log(4, 5, 6))).toEqual([5, 6]);
    expect(outcomeOf(stateAt(checkpointAt(4)), log(4))).toEqual([]);
  });

  it.each([
    ['before it', log(3, 4, 5)],
    ['behind it', log(5, 6)],
  ])('is refused when the log begins %s', (_, messages) => {
    expect(outcomeOf(stateAt(checkpointAt(4)), messages)).toBe(
      `the log gives offset ${messages[0]?.offset} where 4 was committed last`,
    );
  });

  it.each<[string, LogMessage]>([
    ['value', message(4, 'something else')],
    ['key', { ...message(4), key: Buffer.from('ws_1|bea') }],
    ['time', { ...message(4), timestamp: 99 }],
  ])('is refused when the message at its place has another %s', (_, replaced) => {
    expect(outcomeOf(stateAt(checkpointAt(4)), [replaced, message(5)])).toBe(
      'the message at offset 4 is not the one that was committed',
    );
  });

  it('is compared again until one was taken: a refusal or an empty batch proves nothing', () => {
    const state = stateAt(checkpointAt(4));

    expect(outcomeOf(state, [])).toEqual([]);
    expect(outcomeOf(state, log(5))).toEqual(expect.any(String));
    expect(outcomeOf(state, log(4, 5))).toEqual([5]);
  });

  it('is compared again when a gap follows the committed message', () => {
    const state = stateAt(checkpointAt(4));

    expect(outcomeOf(state, log(4, 6))).toBe('offset 5 is missing: the log goes on at 6');
    expect(outcomeOf(state, log(4, 5))).toEqual([5]);
  });
});

describe('a later batch', () => {
  function ongoing(): PartitionState {
    const state = stateAt(checkpointAt(4));
    continueLog(state, log(4));
    return state;
  }

  it('goes on where the state ends', () => {
    expect(outcomeOf(ongoing(), log(5, 6, 7))).toEqual([5, 6, 7]);
  });

  it('goes on behind what was committed since', () => {
    const state = ongoing();
    state.checkpoint = checkpointAt(9);

    expect(outcomeOf(state, log(10))).toEqual([10]);
  });

  it.each([
    ['repeats what is committed', log(4, 5), 'offset 5 is missing: the log goes on at 4'],
    ['leaves out its first message', log(6, 7), 'offset 5 is missing: the log goes on at 6'],
    ['leaves out one in between', log(5, 6, 8), 'offset 7 is missing: the log goes on at 8'],
    ['has one twice', log(5, 6, 6), 'offset 7 is missing: the log goes on at 6'],
    ['has them in another order', log(6, 5), 'offset 5 is missing: the log goes on at 6'],
  ])('is refused when it %s', (_, messages, refusal) => {
    expect(outcomeOf(ongoing(), messages)).toBe(refusal);
  });
});

describe('the fingerprint of a message', () => {
  it('tells a missing value from an empty one by what lies around it, and key from value', () => {
    const [key, value] = [Buffer.from('a'), Buffer.from('b')];
    const prints = [
      { key, value },
      { key: Buffer.from('ab'), value: null },
      { key: null, value: Buffer.from('ab') },
      { key: value, value: key },
    ].map((parts) => fingerprintOf({ offset: 0, timestamp: 1, ...parts }));

    expect(new Set(prints).size).toBe(prints.length);
  });
});
