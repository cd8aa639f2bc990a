import { FakeClock } from '@laurel/testing';
import type { ApiKeys, StoredKey } from './api-keys.port.js';
import { CachedApiKeys } from './cached-api-keys.js';

const KEY: StoredKey = { keyId: 'key_1', workspace: 'ws_1', secretHash: '', permissions: [] };
const MINUTE_MS = 60_000;

class FakeStore implements ApiKeys {
  lookups = 0;
  key: StoredKey | undefined = KEY;
  down = false;

  async find(): Promise<StoredKey | undefined> {
    this.lookups += 1;
    if (this.down) {
      throw new Error('down');
    }
    return this.key;
  }
}

describe('cached keys', () => {
  let store: FakeStore;
  let clock: FakeClock;
  let keys: CachedApiKeys;

  beforeEach(() => {
    store = new FakeStore();
    clock = new FakeClock(1_000_000);
    keys = new CachedApiKeys(store, clock);
  });

  it('ask the store once for two and a half seconds', async () => {
    await keys.find('key_1');
    clock.advance(2_499);
    expect(await keys.find('key_1')).toBe(KEY);
    expect(store.lookups).toBe(1);
  });

  it('ask the store once for many callers at a time', async () => {
    await Promise.all([keys.find('key_1'), keys.find('key_1')]);
    expect(store.lookups).toBe(1);
  });

  it('answer from memory while an old answer is refreshed, and forget a revoked key then', async () => {
    await keys.find('key_1');
    store.key = undefined;
    clock.advance(2_501);
    expect(await keys.find('key_1')).toBe(KEY);
    await new Promise(setImmediate);
    expect(await keys.find('key_1')).toBeUndefined();
  });

  it('ask before they answer for a key that was not used for five seconds, so that a revoked one is refused', async () => {
    await keys.find('key_1');
    store.key = undefined;
    clock.advance(5_001);
    expect(await keys.find('key_1')).toBeUndefined();
  });

  it('keep known keys however many unknown ones are tried', async () => {
    await keys.find('key_1');
    store.key = undefined;
    for (let index = 0; index < 10_001; index += 1) await keys.find(`guess_${index}`);
    const { lookups } = store;
    expect(await keys.find('key_1')).toBe(KEY);
    expect(store.lookups).toBe(lookups);
  });

  it('remember for a while that a key is unknown', async () => {
    store.key = undefined;
    await keys.find('key_1');
    await keys.find('key_1');
    expect(store.lookups).toBe(1);
    store.key = KEY;
    clock.advance(2_501);
    expect(await keys.find('key_1')).toBe(KEY);
  });

  it('keep known keys for ten minutes while the store cannot be reached, and no longer', async () => {
    await keys.find('key_1');
    store.down = true;
    clock.advance(10 * MINUTE_MS - 1);
    expect(await keys.find('key_1')).toBe(KEY);
    clock.advance(2);
    await expect(keys.find('key_1')).rejects.toThrow('down');
  });

  it('ask an unreachable store at most once a second for known keys', async () => {
    await keys.find('key_1');
    store.down = true;
    clock.advance(6_000);
    for (let call = 0; call < 5; call += 1) {
      await keys.find('key_1');
      await new Promise(setImmediate);
    }
    expect(store.lookups).toBe(2);
  });

  it('refuse an unknown key while the store cannot be reached', async () => {
    store.down = true;
    await expect(keys.find('key_1')).rejects.toThrow('down');
  });
});
