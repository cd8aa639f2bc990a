import { BatchSize } from './batch-size.js';

let size: BatchSize;

/** A batch of the size allowed, beginning at an offset. */
function fail(first: number, isAttempt = true): void {
  const count = size.next;
  size.failed(first, first + count - 1, count, isAttempt);
}

beforeEach(() => (size = new BatchSize(100)));

describe('the size of the next batch', () => {
  it('is the whole until one fails, then half of what failed, down to one message', () => {
    const sizes = [size.next];
    for (let failures = 1; failures <= 8; failures += 1) {
      fail(0);
      sizes.push(size.next);
    }

    expect(sizes).toEqual([100, 50, 25, 12, 6, 3, 1, 1, 1]);
  });

  it('stays small up to the last message of the batch that failed, and grows behind it up to the whole', () => {
    size.failed(0, 49, 50, true);
    size.succeeded(24);
    expect(size.next).toBe(25);

    size.succeeded(49);
    expect(size.next).toBe(50);
    size.succeeded(99);
    size.succeeded(199);

    expect(size.next).toBe(100);
  });

  it('is no smaller by a batch that was smaller than it could be, than half of that', () => {
    size.failed(7, 8, 2, true);

    expect(size.next).toBe(1);
  });
});

describe('the attempts at an offset', () => {
  it('are the failures of batches that begin there', () => {
    expect(size.attemptsAt(7)).toBe(0);

    fail(7);
    fail(7);

    expect([size.attemptsAt(7), size.attemptsAt(8)]).toEqual([2, 0]);
    fail(8);
    expect(size.attemptsAt(8)).toBe(1);
  });

  it('are none when the messages were not to blame, though batches shrink', () => {
    fail(7, false);

    expect([size.attemptsAt(7), size.next]).toEqual([0, 50]);
  });
});

describe('a success', () => {
  it('is progress when it went further than any before', () => {
    expect([size.succeeded(4), size.succeeded(4), size.succeeded(3), size.succeeded(5)]).toEqual([
      true,
      false,
      false,
      true,
    ]);
  });
});
