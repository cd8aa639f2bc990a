import { until } from '@laurel/testing';
import { PHONE, type WatchedPage, scrollsSideways, seriousProblems } from './browser.js';
import { ConsoleStack } from './console-stack.js';

const PROGRAM = {
  stats: [{ key: 'goals', aggregation: 'sum' }],
  currencies: [{ key: 'coins' }],
  rules: [
    { key: 'scored', on: ['goal'], then: [{ effect: 'record', stat: 'goals', amount: 1 }] },
    {
      key: 'late-goal',
      on: ['goal'],
      when: { property: 'event.properties.minute', op: 'gte', value: 90 },
      then: [{ effect: 'award', currency: 'coins', amount: 5 }],
    },
    { key: 'bought', on: ['bought'], then: [{ effect: 'spend', currency: 'coins', amount: 50 }] },
  ],
  leaderboards: [
    { key: 'scorers', source: { stat: 'goals' }, aggregation: 'sum', order: 'desc', windows: [{ kind: 'all' }] },
  ],
};

let laurel: ConsoleStack;
let goals = 0;

/** A player scores; decided when it returns. */
async function score(playerId: string, minute: number): Promise<string> {
  goals += 1;
  const eventId = `goal-${goals}`;
  return send({ eventId, type: 'goal', playerId, properties: { minute } });
}

async function send(event: { readonly eventId: string; readonly [property: string]: unknown }): Promise<string> {
  const { eventId } = event;
  await laurel.api.sendEvent(event);
  await until(
    `${eventId} is decided`,
    async () => (await laurel.api.query(`/v1/events/${eventId}`)).body['status'] === 'processed',
  );
  return eventId;
}

const ended = (page: WatchedPage): Promise<void> => page.context().close();

beforeAll(async () => {
  laurel = await ConsoleStack.start();
  expect(await laurel.api.publish(PROGRAM)).toMatchObject({ status: 201 });
}, 240_000);
afterAll(() => laurel.stop());

describe('the overview', () => {
  it('says what to do while nothing happens', async () => {
    const page = await laurel.signedIn('/');
    await page.getByRole('heading', { name: 'Nothing was sent in the last hour' }).waitFor();
    await page.getByRole('link', { name: 'Make a key' }).click();
    await page.waitForURL('**/keys');
    await ended(page);
  });

  it('shows how much happens as it happens, over each range', async () => {
    const page = await laurel.signedIn('/');
    await score('ann', 12);
    await score('ben', 93);
    await send({ eventId: 'b-1', type: 'bought', playerId: 'ann' });
    await page.getByText('2 different players').waitFor({ state: 'attached' });
    // Who was active is counted where events come in, what was refused where they are decided.
    await page.getByRole('region', { name: 'Errors' }).getByText('1 refused').waitFor();
    expect(await page.getByRole('region', { name: 'Delay' }).innerText()).toMatch(/\d m?s\b/);
    await page.getByText('7 days', { exact: true }).click();
    await page.waitForURL('**/?range=7d');
    await page.getByText('3 in the last 7 days').waitFor();
    expect(await page.getByRole('figure').count()).toBe(4);
    expect(await seriousProblems(page)).toEqual([]);
    expect(page.failures).toEqual([]);
    await ended(page);
  });

  it('fits a phone, and the dark', async () => {
    const page = await laurel.signedIn('/', { viewport: PHONE, colorScheme: 'dark' });
    await page.getByRole('figure').first().waitFor();
    expect(await scrollsSideways(page)).toBe(false);
    expect(await seriousProblems(page)).toEqual([]);
    await ended(page);
  });
});

describe('the live feed', () => {
  it('shows what is decided, stands still when told, and leads to the whole story', async () => {
    const page = await laurel.signedIn('/feed');
    const rows = page.getByRole('table', { name: 'Live feed' });
    const first = await score('cleo', 30);
    await rows.getByRole('link', { name: first, exact: true }).waitFor();
    await page.getByRole('button', { name: 'Pause' }).click();
    const second = await score('cleo', 95);
    await page.getByText('paused: 1 came since').waitFor();
    expect(await rows.getByRole('link', { name: second, exact: true }).count()).toBe(0);
    await page.getByRole('button', { name: 'Go on' }).click();
    await rows.getByRole('link', { name: second, exact: true }).click();
    await page.waitForURL(`**/events/${second}?playerId=cleo`);
    expect(page.failures).toEqual([]);
    await ended(page);
  });

  it('shows what agrees with the filter in its address, and nothing else', async () => {
    const page = await laurel.signedIn('/feed?player=dora');
    await score('eve', 1);
    const shown = await score('dora', 2);
    const rows = page.getByRole('table', { name: 'Live feed' });
    await rows.getByRole('link', { name: shown, exact: true }).waitFor();
    expect(await rows.getByRole('link', { name: 'eve', exact: true }).count()).toBe(0);
    await page.getByLabel('Rule').fill('late-goal');
    await page.getByRole('button', { name: 'Filter' }).click();
    await page.waitForURL('**/feed?player=dora&rule=late-goal');
    expect(await seriousProblems(page)).toEqual([]);
    await ended(page);
  });

  it('goes on by itself when the gateway that it watches comes back', async () => {
    const page = await laurel.signedIn('/feed');
    const rows = page.getByRole('table', { name: 'Live feed' });
    const before = await score('finn', 5);
    await rows.getByRole('link', { name: before, exact: true }).waitFor();
    await laurel.stack.query.kill();
    await page.getByRole('status').getByText('reconnecting').waitFor();
    await laurel.stack.query.start();
    await page.getByRole('status').getByText('reconnecting').waitFor({ state: 'detached' });
    // A gateway that has just begun hears only what comes from then on.
    await until('outcomes come again', async () => {
      const after = await score('finn', 6);
      const row = rows.getByRole('link', { name: after, exact: true }).waitFor({ timeout: 3_000 });
      return row.then(
        () => true,
        () => false,
      );
    });
    expect(await rows.getByRole('link', { name: before, exact: true }).count()).toBe(1);
    await ended(page);
  }, 120_000);
});

describe('the event inspector', () => {
  it('shows what was sent, how rules judged it, what it changed, and where the player stands', async () => {
    const eventId = await score('gus', 45);
    const page = await laurel.signedIn('/events');
    await page.getByLabel('Event id').fill(eventId);
    await page.getByRole('button', { name: 'Open' }).click();
    await page.waitForURL(`**/events/${eventId}`);
    const part = (name: RegExp) => page.getByRole('region', { name });
    await part(/What was sent/)
      .getByText('"minute": 45')
      .waitFor();
    const rules = await part(/How rules judged it/).innerText();
    expect(rules).toMatch(/scored\s+matched/);
    expect(rules).toMatch(/late-goal.*minute gte 90 does not hold/s);
    expect(await part(/What it changed/).innerText()).toContain('goals +1');
    await part(/Where the player stands/)
      .getByText(/Rank \d+ of \d+/)
      .waitFor();
    expect(await seriousProblems(page)).toEqual([]);
    expect(page.failures).toEqual([]);
    await ended(page);
  });

  it('finds events by player and type, and says what to do where there is none', async () => {
    const eventId = await score('hal', 7);
    const page = await laurel.signedIn('/events?player=hal');
    await page.getByRole('table', { name: 'Events' }).getByRole('link', { name: eventId, exact: true }).waitFor();
    await page.getByLabel('Type').fill('no_such_type');
    await page.getByRole('button', { name: 'Find' }).click();
    await page.getByRole('heading', { name: 'There is no such event' }).waitFor();
    await page.goto('/events/no-such-event');
    await page.getByRole('alert').getByText('events.not_found').waitFor();
    await ended(page);
  });
});
