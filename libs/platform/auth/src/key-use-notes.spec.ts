import { FakeClock } from '@laurel/testing';
import { KeyUseNotes } from './key-use-notes.js';
import { KeyUses } from './key-uses.port.js';

const MINUTE_MS = 60_000;

class Uses extends KeyUses {
  readonly noted: [string, number][] = [];
  away = false;

  note(keyId: string, minute: number): Promise<void> {
    this.noted.push([keyId, minute]);
    return this.away ? Promise.reject(new Error('away')) : Promise.resolve();
  }
}

describe('the use of a key', () => {
  let uses: Uses;
  let clock: FakeClock;
  let notes: KeyUseNotes;

  beforeEach(() => {
    uses = new Uses();
    clock = new FakeClock(10 * MINUTE_MS + 59_999);
    notes = new KeyUseNotes(uses, clock);
  });

  it('is noted by its minute, once for each', () => {
    for (let request = 0; request < 3; request += 1) notes.note('key_1');
    clock.advance(1);
    for (let request = 0; request < 3; request += 1) notes.note('key_1');

    expect(uses.noted).toEqual([
      ['key_1', 10 * MINUTE_MS],
      ['key_1', 11 * MINUTE_MS],
    ]);
  });

  it('is noted for each key', () => {
    notes.note('key_1');
    notes.note('key_2');

    expect(uses.noted.map(([keyId]) => keyId)).toEqual(['key_1', 'key_2']);
  });

  it('is no failure of the request when it cannot be noted', async () => {
    uses.away = true;
    notes.note('key_1');
    await new Promise(setImmediate);

    expect(uses.noted).toHaveLength(1);
  });

  it('is not noted where nobody keeps it', () => {
    expect(() => new KeyUseNotes(undefined, clock).note('key_1')).not.toThrow();
  });
});
