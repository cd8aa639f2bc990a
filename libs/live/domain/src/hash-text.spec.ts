import { hashText, isInSample } from './hash-text.js';

const ids = Array.from({ length: 10_000 }, (_, index) => `ws_1|player-${index % 50}|event-${index}`);

describe('hashes of texts', () => {
  it('differ for similar texts', () => {
    expect(new Set(ids.map(hashText)).size).toBe(ids.length);
  });

  it('choose about the share that is asked for', () => {
    const chosen = ids.filter((id) => isInSample(id, 0.1)).length;
    expect(chosen).toBeGreaterThan(850);
    expect(chosen).toBeLessThan(1_150);
    expect(ids.every((id) => isInSample(id, 1))).toBe(true);
  });

  it('choose the same of every id, and more of them for a larger share', () => {
    const few = ids.filter((id) => isInSample(id, 0.2));
    expect(few.every((id) => isInSample(id, 0.5))).toBe(true);
  });
});
