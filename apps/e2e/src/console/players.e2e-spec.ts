import { type DeadLetterMessage, playerKey, topicNames } from '@laurel/contracts';
import { KafkaProducer, createKafka } from '@laurel/platform-kafka';
import { silentLog, until } from '@laurel/testing';
import type { Page } from 'playwright-core';
import { PHONE, scrollsSideways, seriousProblems } from './browser.js';
import { ConsoleStack } from './console-stack.js';

const PROGRAM = {
  stats: [{ key: 'points', aggregation: 'sum', plausible: { max: 1_000 } }],
  currencies: [{ key: 'coins', scale: 2 }],
  segments: [{ key: 'locals', name: 'From London', when: { attribute: 'city', op: 'eq', value: 'London' } }],
  rules: [
    {
      key: 'score',
      on: ['scored'],
      then: [
        { effect: 'record', stat: 'points', amount: { property: 'event.properties.amount' } },
        { effect: 'award', currency: 'coins', amount: 999 },
      ],
    },
  ],
  leaderboards: [
    { key: 'top', source: { stat: 'points' }, aggregation: 'sum', order: 'desc', windows: [{ kind: 'all' }] },
  ],
};
const CROWD = 400;

let laurel: ConsoleStack;
let page: Page;
let failures: readonly string[] = [];

beforeAll(async () => {
  laurel = await ConsoleStack.shared();
  const { api } = laurel;
  expect(await api.publish(PROGRAM)).toMatchObject({ status: 201 });
  const crowd = Array.from({ length: CROWD }, (_, index) => ({ playerId: `extra-${String(index).padStart(3, '0')}` }));
  expect(await api.import('crowd', crowd)).toMatchObject({ body: { accepted: CROWD } });
  await api.changePlayer('PUT', 'ada', { name: 'Ada', attributes: { city: 'London', level: 5 } });
  await api.changePlayer('PUT', 'bert', { name: 'Bert', attributes: { city: 'Paris' } });
  await score('a1', 'ada', 30);
  await score('b1', 'bert', 20);
  for (const query of [`q=extra-${CROWD - 1}`, 'attribute.city=London', 'attribute.city=Paris']) {
    await until(`${query} is found`, async () => {
      const { body } = await api.query(`/v1/players?${query}`);
      return (body['entries'] as unknown[]).length === 1;
    });
  }
  await until('both are ranked', async () => (await onBoard()).join() === 'ada,bert');
  const watched = await laurel.signedIn('/players');
  [page, failures] = [watched, watched.failures];
}, 180_000);
afterAll(() => laurel.stop());
afterEach(() => expect(failures).toEqual([]));

const score = (eventId: string, playerId: string, amount: number) =>
  laurel.api.sendAndWait({ eventId, type: 'scored', playerId, properties: { amount } });

const rowsOf = (table: string) => page.getByRole('table', { name: table }).locator('tbody tr[data-index]');

const onBoard = async (): Promise<string[]> => {
  const { body } = await laurel.api.query('/v1/leaderboards/top');
  return ((body['entries'] ?? []) as { playerId: string }[]).map(({ playerId }) => playerId);
};

/** Opens a player's menu and chooses. */
async function choose(playerId: string, act: string): Promise<void> {
  await page.goto(`/players/${playerId}`);
  await page.getByRole('button', { name: 'Actions' }).click();
  await page.getByRole('menuitem', { name: act, exact: true }).click();
}

/** Answers a dialog that asks why. */
async function giveReason(action: string, reason: string): Promise<void> {
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Reason').fill(reason);
  await dialog.getByRole('button', { name: action, exact: true }).click();
  await dialog.waitFor({ state: 'hidden' });
}

describe('players in the console', () => {
  it('are found by the beginning of a name, by an attribute, and by a segment; the address keeps the question', async () => {
    await page.goto('/players');
    await page.getByLabel('Id or name').fill('Ad');
    await page.waitForURL('**/players?q=Ad');
    await until('Ada alone is left', async () => (await rowsOf('Players').count()) === 1);
    expect(await rowsOf('Players').innerText()).toContain('ada');

    await page.goto('/players?attribute=city&value=Paris');
    await page.getByRole('link', { name: 'bert' }).waitFor();
    expect(await rowsOf('Players').count()).toBe(1);

    await page.goto('/segments');
    await page.getByRole('link', { name: 'From London' }).click();
    await page.getByRole('link', { name: 'ada', exact: true }).waitFor();
    expect(await rowsOf('Players').count()).toBe(1);
  });

  it('are walked to the last of them with no more than some rows in the page', async () => {
    await page.goto('/players');
    const region = page.getByRole('region', { name: 'Players' });
    await region.focus();
    let most = 0;
    await until(
      'the last one is in sight',
      async () => {
        await page.keyboard.press('End');
        most = Math.max(most, await rowsOf('Players').count());
        return (await page.getByRole('link', { name: `extra-${CROWD - 1}` }).count()) === 1;
      },
      60_000,
    );
    expect(most).toBeLessThan(100);
  }, 90_000);

  it('show what they have as people write it, their ranks, and what became of each event', async () => {
    await page.goto('/players');
    await page.getByRole('link', { name: 'ada', exact: true }).click();
    await page.waitForURL('**/players/ada');
    await page.getByRole('region', { name: 'Balances' }).getByText('999.00').waitFor();
    await page.getByRole('region', { name: 'Ranks' }).getByRole('link', { name: 'top' }).waitFor();
    expect(await page.getByRole('region', { name: 'Ranks' }).innerText()).toContain('1 of 2');

    await page.getByRole('tab', { name: 'Timeline' }).click();
    await page.waitForURL('**/players/ada?tab=timeline');
    const event = rowsOf('Timeline').filter({ hasText: /a1\s*scored/ });
    expect(await event.innerText()).toContain('points +30');
  });

  it('are corrected: attributes by a form, an event by taking it back with a reason', async () => {
    await choose('bert', 'Edit name and attributes');
    await page.getByLabel('Value of city').fill('Lyon');
    await page.getByRole('button', { name: 'Save' }).click();
    await until('it is saved', async () =>
      (await page.getByRole('region', { name: 'Attributes' }).innerText()).includes('Lyon'),
    );
    expect((await laurel.api.query('/v1/players/bert')).body).toMatchObject({ attributes: { city: 'Lyon' } });

    await score('b2', 'bert', 50);
    await page.goto('/players/bert?tab=timeline');
    await rowsOf('Timeline').filter({ hasText: 'b2' }).getByRole('button', { name: 'Take back' }).click();
    await giveReason('Take back for good', 'Sent twice.');
    await until('bert is behind again', async () => (await onBoard()).join() === 'ada,bert');
  });

  it('have a balance put right with a reason, who may; a refusal says why, and the timeline shows it', async () => {
    await page.goto('/players/ada');
    const balances = page.getByRole('region', { name: 'Balances' });
    await balances.getByRole('button', { name: 'Correct coins' }).click();
    const dialog = page.getByRole('dialog', { name: 'Correct coins of ada' });
    await dialog.getByLabel('Amount').fill('-9999');
    await dialog.getByLabel('Reason').fill('Paid twice.');
    await dialog.getByRole('button', { name: 'Correct', exact: true }).click();
    await dialog.getByText('players.correction_refused').waitFor();

    await dialog.getByText('New value', { exact: true }).click();
    await dialog.getByRole('textbox', { name: 'New value' }).fill('750.5');
    await dialog.getByText('999.00 → 750.50').waitFor();
    expect(await seriousProblems(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Correct', exact: true }).click();
    await dialog.waitFor({ state: 'hidden' });

    await balances.getByText('750.50').waitFor();
    await page.getByRole('tab', { name: 'Timeline' }).click();
    const corrected = rowsOf('Timeline')
      .filter({ hasText: 'laurel.player_corrected' })
      .filter({ hasText: 'coins -24850' });
    await corrected.getByRole('link').click();
    await page.getByText('Paid twice.').first().waitFor();
    // What a player has nothing of yet is in the menu.
    await choose('bert', 'Correct balances and stats');
    await page.getByRole('combobox', { name: 'What' }).click();
    await page.getByRole('option', { name: 'points' }).click();
    await page.getByLabel('Amount').fill('1');
    await giveReason('Correct', 'One was missing.');
    await until('he has it', async () => {
      const { body } = await laurel.api.query('/v1/players/bert');
      return (body['stats'] as Record<string, number>)['points'] === 21;
    });
  });

  it('are banned with a reason, and come back', async () => {
    await choose('bert', 'Ban');
    const dialog = page.getByRole('dialog');
    expect(await dialog.getByRole('button', { name: 'Ban', exact: true }).isDisabled()).toBe(true);
    expect(await seriousProblems(page)).toEqual([]);
    await giveReason('Ban', 'Plays with a hacked client.');
    await page.getByText('“Plays with a hacked client.”').waitFor();
    expect(await onBoard()).toEqual(['ada']);

    await choose('bert', 'Reinstate');
    await giveReason('Reinstate', 'It was somebody else.');
    await until('bert is back', async () => (await onBoard()).join() === 'ada,bert');
  });

  it('are exported as a file', async () => {
    await page.goto('/players/ada');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Export' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('ada.ndjson');
  });

  it('are erased once their id is typed, and not before', async () => {
    await choose('bert', 'Erase');
    const dialog = page.getByRole('dialog');
    const erase = dialog.getByRole('button', { name: 'Erase for good' });
    await dialog.getByLabel(/^Type bert/).fill('ber');
    expect(await erase.isDisabled()).toBe(true);
    await dialog.getByLabel(/^Type bert/).fill('bert');
    await dialog.getByLabel('Reason').fill('Asked for it.');
    await erase.click();
    await page.waitForURL('**/players');
    expect((await laurel.api.query('/v1/players/bert')).status).toBe(404);
    await page.goto('/players/bert');
    await page.getByRole('alert').filter({ hasText: 'players.not_found' }).waitFor();
  });

  it('are as usable on a phone', async () => {
    const phone = await laurel.signedIn('/players/ada', { viewport: PHONE, colorScheme: 'dark' });
    await phone.getByRole('region', { name: 'Ranks' }).getByRole('link', { name: 'top' }).waitFor();
    expect(await scrollsSideways(phone)).toBe(false);
    expect(await seriousProblems(phone)).toEqual([]);
    await phone.context().close();
  });
});

describe('what waits for a decision', () => {
  it('in the quarantine says why, and counts once somebody lets it in', async () => {
    await laurel.api.sendEvent({ eventId: 'big', type: 'scored', playerId: 'ada', properties: { amount: 5_000 } });
    await page.goto('/quarantine');
    const held = rowsOf('Quarantine').filter({ hasText: 'big' });
    await held.waitFor();
    expect(await held.innerText()).toContain('points of 5,000, where 1,000 is the most');
    expect(await seriousProblems(page)).toEqual([]);
    await held.getByRole('button', { name: 'Let in' }).click();
    await giveReason('Let in', 'The double-points weekend.');
    await page.getByRole('heading', { name: 'Nothing waits' }).waitFor();
    await until('it counts', async () => {
      const { body } = await laurel.api.query('/v1/players/ada');
      return (body['stats'] as Record<string, number>)['points'] === 5_030;
    });
  });

  it('among the dead letters shows what it holds, and is sent again', async () => {
    await putAside();
    await page.goto('/dead-letters');
    await page.getByRole('button', { name: '0:999999' }).click();
    const drawer = page.getByRole('dialog', { name: 'Dead letter 0:999999' });
    await drawer.getByText('"found-again"').waitFor();
    expect(await seriousProblems(page)).toEqual([]);
    await drawer.getByRole('button', { name: 'Send again' }).click();
    await drawer.getByRole('link', { name: 'See what becomes of it' }).waitFor();
    await until('it counts', async () => {
      const { body } = await laurel.api.query('/v1/events/found-again?playerId=ada');
      return body['status'] === 'processed';
    });
  });
});

/** A letter as scoring publishes it, of an event that a mistake kept from being decided. */
async function putAside(): Promise<void> {
  const { environment } = laurel.stack;
  const topics = topicNames(environment['LAUREL_KAFKA_TOPIC_PREFIX'] ?? '');
  const brokers = (environment['LAUREL_KAFKA_BROKERS'] ?? '').split(',');
  const producer = new KafkaProducer(createKafka({ brokers, clientId: 'spec' }, silentLog), silentLog);
  await producer.connect();
  const { workspace } = laurel.dev;
  const at = Date.now();
  const event = { v: 1, kind: 'event', workspace, eventId: 'found-again', type: 'scored', playerId: 'ada' };
  const value = JSON.stringify({ ...event, occurredAt: at, receivedAt: at, properties: { amount: 1 } });
  const letter: DeadLetterMessage = {
    ...{ v: 1, topic: topics.events, partition: 0, offset: '999999', key: playerKey(workspace, 'ada') },
    ...{ value: Buffer.from(value).toString('base64'), cause: 'scoring.decision_failed', detail: 'a rule threw' },
  };
  await producer.send(topics.deadLetter, [{ key: '0:999999', value: JSON.stringify(letter) }]);
  await producer.disconnect();
}
