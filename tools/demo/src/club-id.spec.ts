import { clubId } from './club-id.ts';

describe('clubId', () => {
  it.each([
    ['Manchester United', 'manchester-united'],
    ['1. FSV Mainz 05', '1-fsv-mainz-05'],
    ["Borussia M'gladbach", 'borussia-mgladbach'],
    ['Greuther Fürth', 'greuther-fuerth'],
    ['Atlético', 'atletico'],
    ['FC Bayern Mu\u0308nchen', 'fc-bayern-muenchen'],
  ])('makes %s the player %s', (name, id) => {
    expect(clubId(name)).toBe(id);
  });
});
