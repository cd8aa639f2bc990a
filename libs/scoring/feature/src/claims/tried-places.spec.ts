import { TriedPlaces } from './tried-places.js';

const placesWith = (...players: string[]) =>
  new TriedPlaces(() => Promise.resolve(new Map(players.map((player, index) => [player, index + 1]))));

describe('places that a trial hands out', () => {
  it('go to whom it meets first, who keep them', async () => {
    const places = placesWith();
    const early = { rule: 'early@1', players: 2 };

    const given = [];
    for (const player of ['anna', 'anna', 'bea', 'carl', 'anna']) given.push(await places.take(early, player));

    expect(given).toEqual([true, true, true, false, true]);
    expect([places.claimsOf('bea'), places.claimsOf('carl')]).toEqual([{ 'early@1': true }, {}]);
  });

  it('are those that are left, of a rule that players have places of', async () => {
    const early = { rule: 'early@1', players: 3 };
    const places = placesWith('zoe', 'yves');

    expect(await places.take(early, 'anna')).toBe(true);
    expect(await places.take(early, 'bea')).toBe(false);
    expect(await places.take(early, 'zoe')).toBe(true);
  });

  it('are fewer where the rule is for fewer now: those with the lowest numbers keep theirs', async () => {
    const fewer = { rule: 'early@1', players: 1 };
    const places = placesWith('zoe', 'yves');

    expect(await places.take(fewer, 'yves')).toBe(false);
    expect(await places.take(fewer, 'zoe')).toBe(true);
  });

  it('are of each rule by itself', async () => {
    const places = placesWith();

    expect(await places.take({ rule: 'a@1', players: 1 }, 'anna')).toBe(true);
    expect(await places.take({ rule: 'b@1', players: 1 }, 'bea')).toBe(true);
  });
});
