import { seasonEvents } from './match-events.ts';
import { type SeasonRef, parseSeason, readSeason } from './season.ts';

const ENGLAND_2014: SeasonRef = { league: 'en.1', season: '2014-15' };
const NOWHERE: SeasonRef = { league: 'xx.1', season: '2020-21' };

const team = (name: string) => ({ key: name, name, code: name });
const played = (date: string, home: string, away: string, score1: unknown = 1, score2: unknown = 0) => ({
  date,
  team1: team(home),
  team2: team(away),
  score1,
  score2,
});
const documentOf = (...rounds: ReturnType<typeof played>[][]) => ({
  name: 'League 2020/21',
  rounds: rounds.map((matches, index) => ({ name: `Matchday ${index + 1}`, matches })),
});

describe('readSeason', () => {
  it.each([
    ['en.1', '2012-13', 20, 38, 380],
    ['en.1', '2014-15', 20, 38, 380],
    ['de.1', '2012-13', 18, 34, 306],
  ])('reads the whole of %s %s', async (league, season, clubs, matchdays, matches) => {
    const read = await readSeason({ league, season });
    expect(read.clubs).toHaveLength(clubs);
    expect(read.matchdays).toBe(matchdays);
    expect(read.matches).toHaveLength(matches);
  });

  it.each([
    ['a result is missing', 'en.1', '2015-16', /matchday 13: no date, clubs and final score in .*"chelsea"/],
    ['a match is missing', 'en.1', '2013-14', /crystal-palace – west-bromwich-albion is there 0 times instead of 1/],
    ['nothing is in it', 'de.2', '2012-13', /it has no matches/],
  ])('refuses a season of the package when %s', async (_, league, season, message) => {
    await expect(readSeason({ league, season })).rejects.toThrow(message);
  });

  it('puts the matches in the order of their dates, postponed ones too', async () => {
    const dates = (await readSeason({ league: 'en.1', season: '2012-13' })).matches.map(({ date }) => date);
    expect(dates).toEqual(dates.toSorted());
  });

  it('sets right the one score in which the package is wrong', async () => {
    const { matches } = await readSeason({ league: 'en.1', season: '2012-13' });
    const opener = matches.find(({ home, away }) => home.id === 'west-ham-united' && away.id === 'aston-villa');
    expect(opener).toMatchObject({ date: '2012-08-18', homeGoals: 1, awayGoals: 0 });
  });
});

describe('parseSeason', () => {
  it('refuses a correction that no longer finds its match', () => {
    const document = documentOf([played('2012-08-18', 'A', 'B')], [played('2012-08-25', 'B', 'A')]);
    expect(() => parseSeason({ league: 'en.1', season: '2012-13' }, document)).toThrow(
      'correction without a match: 2012-08-18 West Ham United – Aston Villa',
    );
  });

  it('refuses a correction whose match holds another score by now', () => {
    const document = documentOf([played('2012-08-18', 'West Ham United', 'Aston Villa', 1, 0)]);
    expect(() => parseSeason({ league: 'en.1', season: '2012-13' }, document)).toThrow(
      'correction of West Ham United – Aston Villa expects 3:0, the package has 1:0',
    );
  });

  it.each([
    [
      'a round has no number',
      { name: 'L', rounds: [{ name: 'Final', matches: [] }] },
      /"Final" is not a numbered matchday/,
    ],
    ['it is no document of a season', [], /no name or no rounds/],
    [
      'a score is not a number of goals',
      documentOf([played('2020-08-01', 'A', 'B', '1', 0)]),
      /no date, clubs and final/,
    ],
    ['a date is not one', documentOf([played('2020-08-41', 'A', 'B')]), /no date, clubs and final/],
    ['a club plays itself', documentOf([played('2020-08-01', 'A', 'A')]), /a – a is there 1 times instead of 0/],
    [
      'a club plays twice on a matchday',
      documentOf([played('2020-08-01', 'A', 'B'), played('2020-08-02', 'B', 'A')]),
      /a on matchday 1 plays 2 times/,
    ],
    [
      'a club plays twice on a date',
      documentOf([played('2020-08-01', 'A', 'B')], [played('2020-08-01', 'B', 'A')]),
      /a on 2020-08-01 plays 2 times/,
    ],
    [
      'two clubs would share an id',
      documentOf([played('2020-08-01', 'A', 'B')], [played('2020-08-08', 'B', 'Á')]),
      /id a stands for A and Á/,
    ],
  ])('refuses a season when %s', (_, document, message) => {
    expect(() => parseSeason(NOWHERE, document)).toThrow(message);
  });

  it('takes a league in which the clubs meet four times', () => {
    const days = ['01', '08', '15', '22'];
    const rounds = days.map((day, index) => [
      index % 2 === 0 ? played(`2020-08-${day}`, 'A', 'B') : played(`2020-08-${day}`, 'B', 'A'),
    ]);
    const season = parseSeason(NOWHERE, documentOf(...rounds));
    expect(season.matches).toHaveLength(4);
    expect(new Set(seasonEvents(season).map(({ eventId }) => eventId)).size).toBe(8);
  });
});

describe('seasonEvents', () => {
  it.each([
    ['en.1', '2012-13', 760],
    ['en.1', '2014-15', 760],
    ['de.1', '2012-13', 612],
  ])('makes two events of each match of %s %s, each with its own id', async (league, season, count) => {
    const events = seasonEvents(await readSeason({ league, season }));
    expect(events).toHaveLength(count);
    expect(new Set(events.map(({ eventId }) => eventId)).size).toBe(count);
  });

  it('begins with Manchester United against Swansea', async () => {
    const [first, second] = seasonEvents(await readSeason(ENGLAND_2014));
    const shared = { type: 'match_played', occurredAt: '2014-08-16T15:00:00Z' };
    expect(first).toEqual({
      ...shared,
      eventId: 'en-1-2014-15-md01-manchester-united-v-swansea-home',
      playerId: 'manchester-united',
      properties: { goalsFor: 1, goalsAgainst: 2, home: true, opponent: 'swansea', matchday: 1, season: '2014-15' },
    });
    expect(second).toEqual({
      ...shared,
      eventId: 'en-1-2014-15-md01-manchester-united-v-swansea-away',
      playerId: 'swansea',
      properties: {
        goalsFor: 2,
        goalsAgainst: 1,
        home: false,
        opponent: 'manchester-united',
        matchday: 1,
        season: '2014-15',
      },
    });
  });

  it.each([
    [
      'en.1',
      '2012-13',
      'en-1-2012-13-md01-arsenal-v-sunderland-home',
      'en-1-2012-13-md38-wigan-athletic-v-aston-villa-away',
    ],
    [
      'en.1',
      '2014-15',
      'en-1-2014-15-md01-manchester-united-v-swansea-home',
      'en-1-2014-15-md38-stoke-city-v-liverpool-away',
    ],
    [
      'de.1',
      '2012-13',
      'de-1-2012-13-md01-borussia-dortmund-v-werder-bremen-home',
      'de-1-2012-13-md34-hannover-96-v-fortuna-duesseldorf-away',
    ],
  ])('of %s %s begin with %s and end with %s', async (league, season, first, last) => {
    const ids = seasonEvents(await readSeason({ league, season })).map(({ eventId }) => eventId);
    expect([ids.at(0), ids.at(-1)]).toEqual([first, last]);
  });
});
