import { Chance } from './chance.ts';

const drawn = (seed: number) => {
  const chance = new Chance(seed);
  return Array.from({ length: 100 }, () => chance.between(0, 1_000));
};

describe('chance', () => {
  it('draws the same for the same seed, and other numbers for another', () => {
    expect(drawn(7)).toEqual(drawn(7));
    expect(drawn(7)).not.toEqual(drawn(8));
  });

  it('draws from the lowest to below the highest', () => {
    const chance = new Chance(1);
    const numbers = Array.from({ length: 1_000 }, () => chance.between(3, 6));

    expect(new Set(numbers)).toEqual(new Set([3, 4, 5]));
  });

  it('shuffles without losing or doubling anything', () => {
    const items = Array.from({ length: 50 }, (_, index) => index);
    const shuffled = new Chance(1).shuffled(items);

    expect(shuffled).not.toEqual(items);
    expect([...shuffled].sort((left, right) => left - right)).toEqual(items);
  });

  it('forks into sources that do not disturb each other', () => {
    const [left, right] = [new Chance(7), new Chance(7)];
    const fork = left.fork();
    right.fork();
    fork.next();

    expect(left.next()).toBe(right.next());
  });
});
