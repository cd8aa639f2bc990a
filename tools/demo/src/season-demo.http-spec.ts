import { FakeLaurel, type Faults, SECRET_KEY } from './fake-laurel.builder.ts';
import { seasonEvents } from './match-events.ts';
import { DEMO_ENDS, DEMO_STARTS, demoProgram } from './program.ts';
import { runSeasonDemo } from './season-demo.ts';
import { readSeason } from './season.ts';

const EQUAL = 'The final table equals the published one of the English Premier League 2014/15 in all 20 rows.';

let laurel: FakeLaurel;
let text: string;

beforeEach(() => {
  text = '';
});
afterEach(() => laurel.close());

async function start(faults: Faults = {}, programs: readonly unknown[] = []) {
  laurel = new FakeLaurel(faults, programs);
  const url = await laurel.listen();
  return {
    ingestionUrl: url,
    adminUrl: url,
    queryUrl: url,
    secretKey: SECRET_KEY,
    matchesPerSecond: 10_000,
    out: { write: (part: string) => (text += part) },
  };
}

const GOOD = { finished: true, differences: [], liveDifferences: [] };
const WEEKS = { closed: 41, played: 36, isSettled: true };
const good = (): unknown => ({ ...GOOD, weeks: expect.objectContaining(WEEKS) as unknown });

describe('the season demo', () => {
  it('publishes its rules, plays the whole season and ends on the published table', async () => {
    expect(await runSeasonDemo(await start())).toEqual(good());
    expect(laurel.releases).toEqual([{ release: 1, program: demoProgram }]);
    expect([...laurel.events.values()]).toEqual(seasonEvents(await readSeason({ league: 'en.1', season: '2014-15' })));
    expect(text).toContain("Published the demo's rules as release 1.");
    expect(text).toContain('Matchday 37/38   1. Chelsea');
    expect(text).toContain('  1     Chelsea                    87   +41   73');
    expect(text).toContain(' 20     Queens Park Rangers        30   −31   42');
    expect(text).toContain(EQUAL);
    expect(text).toContain('The live feed ended on the same table.');
  });

  it('lets the clock go with the matches, and tells what the weeks came to', async () => {
    await runSeasonDemo(await start());
    const { times } = laurel.weeks;
    expect(times).toEqual(times.toSorted((left, right) => left - right));
    expect([times.at(0), times.at(-1)]).toEqual([DEMO_STARTS, DEMO_ENDS]);
    expect(text).toContain('41 weeks were closed as the season went on, 36 of them with matches');
    expect(text).toContain('Most prize money: ');
    expect(text).toMatch(/Second division: Manchester United, (\S.*, ){18}/);
  });

  it('plays all the same, without weeks, where events are recorded by the time of the world', async () => {
    const options = await start();
    const [event] = seasonEvents(await readSeason({ league: 'en.1', season: '2014-15' }));
    if (!event) throw new Error('no event');
    laurel.events.set(event.eventId, event);
    expect(await runSeasonDemo(options)).toEqual({ ...GOOD, weeks: undefined });
    expect(laurel.weeks.times).toEqual([]);
    expect(text).toContain('No weeks were closed');
  });

  it('leaves a release alone that holds its rules already', async () => {
    const options = await start({}, [{ stats: [] }, structuredClone(demoProgram)]);
    expect(await runSeasonDemo(options)).toEqual(good());
    expect(laurel.releases).toHaveLength(2);
    expect(text).toContain("The demo's rules are release 2.");
  });

  it('publishes again when the latest release holds other rules', async () => {
    expect(await runSeasonDemo(await start({}, [demoProgram, { stats: [] }]))).toEqual(good());
    expect(laurel.releases.at(-1)).toEqual({ release: 3, program: demoProgram });
  });

  it('changes nothing when it is run a second time, however slow it is asked to be', async () => {
    const options = await start();
    await runSeasonDemo(options);
    expect(await runSeasonDemo({ ...options, matchesPerSecond: 0.001 })).toEqual(good());
    expect(laurel.events.size).toBe(760);
  });

  it('sends a batch again under the same ids when the gateway is busy or its answer is lost', async () => {
    expect(await runSeasonDemo(await start({ busyAt: [1, 2, 20], silentAt: [5, 30] }))).toEqual(good());
    expect(laurel.events.size).toBe(760);
    expect(text).toMatch(/127\.0\.0\.1:\d+ answers 503/);
    expect(text).toMatch(/127\.0\.0\.1:\d+ is not answering/);
  });

  it('connects again when the live feed drops or loses a frame, and still ends on the same table', async () => {
    expect(await runSeasonDemo(await start({ feedLostAt: [3, 12], frameLostAt: [25] }))).toEqual(good());
    expect(laurel.connections).toBe(4);
    expect(text).toContain('live feed: a frame is missing, connecting again');
  });

  it('says in which places the final table is another', async () => {
    const options = await start();
    const [event] = seasonEvents(await readSeason({ league: 'en.1', season: '2014-15' }));
    if (!event) throw new Error('no event');
    laurel.events.set(event.eventId, { ...event, properties: { ...event.properties, goalsFor: 2 } });
    const { finished, differences } = await runSeasonDemo({ ...options, settleMs: 0 });
    expect(finished).toBe(true);
    expect(differences).toEqual(['place 4: 4. manchester-united 71 26 63 instead of 4. manchester-united 70 25 62']);
    expect(text).toContain('The final table DIFFERS from the published one:');
  });

  it('rejects when an event is refused', async () => {
    await expect(runSeasonDemo(await start({ rejectAt: [7] }))).rejects.toThrow(
      '1 of 20 events were refused: events.invalid no',
    );
  });

  it('rejects when its key is refused', async () => {
    await expect(runSeasonDemo({ ...(await start()), secretKey: 'lrl_test_sk_other' })).rejects.toThrow('answered 401');
  });

  it('rejects a speed that is none', async () => {
    await expect(runSeasonDemo({ ...(await start()), matchesPerSecond: 0 })).rejects.toThrow(RangeError);
  });

  it('stops where it is when the signal aborts', async () => {
    const stop = new AbortController();
    const options = await start();
    const out = {
      write: (part: string) => {
        if (part.startsWith('Matchday  5')) stop.abort();
      },
    };
    expect(await runSeasonDemo({ ...options, out, signal: stop.signal })).toMatchObject({ finished: false });
    expect(laurel.events.size).toBeGreaterThan(0);
    expect(laurel.events.size).toBeLessThan(760);
  });

  it('stops at once when services that are not there are waited for', async () => {
    const stop = new AbortController();
    const options = { ...(await start()), adminUrl: 'http://127.0.0.1:9', signal: stop.signal };
    const out = {
      write: (part: string) => {
        if (part.includes('127.0.0.1:9 is not answering')) stop.abort();
      },
    };
    expect(await runSeasonDemo({ ...options, out })).toMatchObject({ finished: false });
  });
});
