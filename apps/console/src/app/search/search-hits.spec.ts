import { searchHits } from './search-hits.js';

const all = ['events:read', 'boards:read', 'players:read', 'releases:read'] as const;
const boards = [{ key: 'premier-league', name: 'Premier League' }, { key: 'form' }];
const labels = (text: string, permissions: Parameters<typeof searchHits>[1] = all): string[] =>
  searchHits(text, permissions, boards).map(({ label }) => label);

describe('the search', () => {
  it('offers areas and leaderboards before anything is typed', () => {
    expect(labels('')).toEqual(expect.arrayContaining(['Overview', 'Leaderboards', 'Premier League', 'form']));
    expect(labels('')).not.toContain('Player ');
  });

  it('finds by name and key, whatever the case', () => {
    expect(labels('PREMIER')).toEqual(['Premier League', 'Player PREMIER', 'Event PREMIER']);
    expect(labels('for')).toContain('form');
  });

  it('takes any text for an id, and writes it into the address as one part', () => {
    const hrefs = searchHits(' match/1 ', all, []).map(({ href }) => href);
    expect(hrefs).toEqual(['/players/match%2F1', '/events/match%2F1']);
  });

  it('offers only what the role permits', () => {
    expect(labels('x', ['players:read'])).toEqual(['Player x']);
    expect(labels('', ['players:read'])).toEqual(['Players', 'Premier League', 'form']);
  });
});
