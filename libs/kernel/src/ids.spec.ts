import { newId } from './ids.js';

const zeros = (length: number) => new Uint8Array(length);
const ones = (length: number) => new Uint8Array(length).fill(255);

describe('newId', () => {
  it('is a prefix and a UUID of version 7 with the time in front', () => {
    expect(newId('event', 0x0192_aabb_ccdd, zeros)).toBe('evt_0192aabb-ccdd-7000-8000-000000000000');
    expect(newId('key', 0, ones)).toBe('key_00000000-0000-7fff-bfff-ffffffffffff');
  });

  it('sorts by time', () => {
    expect(newId('event', 1_000, ones) < newId('event', 1_001, zeros)).toBe(true);
  });
});
