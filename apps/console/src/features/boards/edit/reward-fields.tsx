import { Group, NumberInput, SegmentedControl, Stack, Text, Title } from '@mantine/core';
import { type Doc, keysOf } from './edited-board.js';
import { ChoiceField, ChoicesField, NumberField, SwitchField, TextField } from './fields.js';
import { useBoardForm, useField } from './form.context.js';
import { ListField } from './list-field.js';
import { useWindowNames } from './window-names.js';

/** Who gets what when a window ends, and what there is to win. */
export function RewardFields() {
  const { edited, program } = useBoardForm();
  const [board = ''] = keysOf([edited.board]);
  const [currency] = keysOf(program.currencies);
  return (
    <Stack>
      <Title order={3} size="h6">
        What there is to win
      </Title>
      <Text size="sm" c="dimmed">
        Rewards are shared by all leaderboards of the program.
      </Text>
      <ListField at="/rewards" name="reward" create={(others) => newReward(others, board, currency)} keepEmpty>
        {(at) => <RewardOf at={at} />}
      </ListField>
      <Title order={3} size="h6">
        Who wins it
      </Title>
      <ListField
        at="/schedules"
        name="reward schedule"
        keepEmpty
        create={(others) => ({
          key: board === '' ? '' : `${board}-prizes${others.length > 0 ? `-${others.length + 1}` : ''}`,
          leaderboard: board,
          tiers: [{ name: 'first', ranks: { from: 1, to: 1 }, rewards: keysOf(edited.rewards).slice(-1) }],
        })}
      >
        {(at) => <ScheduleOf at={at} />}
      </ListField>
    </Stack>
  );
}

/** What there is to win most often, under a key that is free; the title of a champion where the program has no currency. */
function newReward(others: readonly Doc[], board: string, currency: string | undefined): Doc {
  const taken = new Set(keysOf(others));
  const free = (number: number): string => {
    const key = [...(board === '' ? [] : [board]), 'prize', ...(number === 1 ? [] : [number])].join('-');
    return taken.has(key) ? free(number + 1) : key;
  };
  const gift = currency === undefined ? { title: 'champion' } : { currency, amount: 100 };
  return { key: free(1), what: [gift] };
}

function RewardOf({ at }: { readonly at: string }) {
  return (
    <Stack style={{ flex: 1 }}>
      <Group align="flex-start">
        <TextField at={`${at}/key`} label="Key" placeholder="such as gold-chest" />
        <TextField at={`${at}/name`} label="Name" placeholder="for people" />
      </Group>
      <ListField at={`${at}/what`} name="gift" create={() => ({ title: '' })} keepEmpty>
        {(part, doc) => <GiftOf at={part} gift={doc} />}
      </ListField>
    </Stack>
  );
}

const GIFTS = {
  currency: { label: 'Currency', begin: { currency: '', amount: 100 } },
  title: { label: 'Title', begin: { title: '' } },
  item: { label: 'Item', begin: { item: '', quantity: 1 } },
  stat: { label: 'Stat', begin: { stat: '', amount: 1 } },
} as const;

type Gift = keyof typeof GIFTS;
const giftOf = (doc: Doc): Gift => (Object.keys(GIFTS) as Gift[]).find((kind) => kind in doc) ?? 'title';

function GiftOf({ at, gift }: { readonly at: string; readonly gift: Doc }) {
  const { program } = useBoardForm();
  const { change } = useField(at);
  const kind = giftOf(gift);
  const keys = kind === 'currency' ? keysOf(program.currencies) : kind === 'stat' ? keysOf(program.stats) : undefined;
  return (
    <>
      <SegmentedControl
        size="xs"
        mt={24}
        aria-label="What is given"
        data={Object.entries(GIFTS).map(([value, { label }]) => ({ value, label }))}
        value={kind}
        onChange={(next) => change(GIFTS[next as Gift].begin)}
      />
      {keys ? (
        <ChoiceField at={`${at}/${kind}`} label={GIFTS[kind].label} choices={keys} />
      ) : (
        <TextField at={`${at}/${kind}`} label={GIFTS[kind].label} placeholder="such as champion" />
      )}
      {kind === 'item' && <NumberField at={`${at}/quantity`} label="How many" min={1} />}
      {keys && <AmountField at={`${at}/amount`} />}
    </>
  );
}

/** Written as people write amounts: 99.99. Kept as a number where it is whole. */
function AmountField({ at }: { readonly at: string }) {
  const { value, error, change } = useField(at);
  return (
    <NumberInput
      label="Amount"
      className="board-field"
      error={error}
      value={typeof value === 'number' || typeof value === 'string' ? value : ''}
      // A fraction stays a text: it is exact so.
      onChange={(amount) =>
        change(amount === '' ? undefined : Number.isInteger(Number(amount)) ? Number(amount) : String(amount))
      }
    />
  );
}

const TIES = [
  { value: 'all', label: 'All are in' },
  { value: 'none', label: 'None is in' },
  { value: 'first', label: 'Who comes first' },
];

function ScheduleOf({ at }: { readonly at: string }) {
  const { program, edited } = useBoardForm();
  const names = useWindowNames().filter((name) => name !== 'all');
  const splits = (edited.board['splits'] as readonly Doc[] | undefined) ?? [];
  const parts = [...keysOf(splits), ...(edited.board['league'] === undefined ? [] : ['league'])];
  return (
    <Stack style={{ flex: 1 }}>
      <Group align="flex-start">
        <TextField at={`${at}/key`} label="Key" />
        <ChoicesField at={`${at}/windows`} label="Windows" choices={names} placeholder="all that end" />
        {parts.length > 0 && (
          <ChoiceField at={`${at}/per`} label="Winners of each" choices={parts} byDefault="the whole leaderboard" />
        )}
        <ChoiceField at={`${at}/ties`} label="On a shared place at the edge" choices={TIES} byDefault="All are in" />
        <ChoiceField
          at={`${at}/eligible/segment`}
          label="Only players of"
          choices={keysOf(program.segments)}
          byDefault="everybody"
        />
      </Group>
      <ListField at={`${at}/tiers`} name="tier of winners" create={nextTier} keepEmpty>
        {(tier, doc) => <TierOf at={tier} tier={doc} />}
      </ListField>
      <SwitchField
        at={`${at}/approval`}
        on="manual"
        label="Approve by hand"
        description="Nothing is paid before somebody has looked."
      />
      <SwitchField at={`${at}/gaps`} on={true} label="Gaps are meant" description="Places between tiers get nothing." />
      <NumberField
        at={`${at}/claim/withinSeconds`}
        label="To be claimed within, in seconds"
        placeholder="given without a claim"
        min={1}
      />
    </Stack>
  );
}

/** Behind the places of the last tier. */
function nextTier(others: readonly Doc[]): Doc {
  const last = others.at(-1);
  const to = Number((last?.['ranks'] as Doc | undefined)?.['to'] ?? 0);
  return { name: `tier-${others.length + 1}`, ranks: { from: to + 1, to: to + 1 }, rewards: last?.['rewards'] ?? [] };
}

const REACHES = {
  ranks: { label: 'Places', begin: { ranks: { from: 1, to: 1 } } },
  topPercent: { label: 'Best percent', begin: { topPercent: 10 } },
  minScore: { label: 'Score', begin: { minScore: 1 } },
} as const;

type Reach = keyof typeof REACHES;

function TierOf({ at, tier }: { readonly at: string; readonly tier: Doc }) {
  const { edited } = useBoardForm();
  const { change } = useField(at);
  const reach = (Object.keys(REACHES) as Reach[]).find((kind) => kind in tier) ?? 'ranks';
  return (
    <>
      <TextField at={`${at}/name`} label="Name" />
      <SegmentedControl
        size="xs"
        mt={24}
        aria-label="Who is in the tier"
        data={Object.entries(REACHES).map(([value, { label }]) => ({ value, label }))}
        value={reach}
        onChange={(next) =>
          change({ name: tier['name'], ...REACHES[next as Reach].begin, rewards: tier['rewards'] ?? [] })
        }
      />
      {reach === 'ranks' && (
        <>
          <NumberField at={`${at}/ranks/from`} label="From place" min={1} />
          <NumberField at={`${at}/ranks/to`} label="To place" min={1} />
        </>
      )}
      {reach === 'topPercent' && <NumberField at={`${at}/topPercent`} label="Percent" min={1} />}
      {reach === 'minScore' && <NumberField at={`${at}/minScore`} label="At least" />}
      <ChoicesField at={`${at}/rewards`} label="Gets" choices={keysOf(edited.rewards)} />
    </>
  );
}
