import { Alert, Anchor, Group, Stack, Title } from '@mantine/core';
import { AppLink } from '../../../ui/app-link.js';
import { keysOf } from './edited-board.js';
import { ChoiceField, NumberField, TextField } from './fields.js';
import { useBoardForm } from './form.context.js';
import { ListField } from './list-field.js';

const AGGREGATIONS = [
  { value: 'sum', label: 'Sum of results' },
  { value: 'count', label: 'Number of results' },
  { value: 'best', label: 'Best result' },
  { value: 'worst', label: 'Worst result' },
  { value: 'first', label: 'First result' },
  { value: 'last', label: 'Last result' },
];
const ORDERS = [
  { value: 'desc', label: 'Most first' },
  { value: 'asc', label: 'Least first' },
];
const THEN = [
  { value: 'first_to_reach', label: 'Who reached it first' },
  { value: 'last_to_reach', label: 'Who reached it last' },
  { value: 'shared', label: 'Nothing: the place is shared' },
];
const NUMBERINGS = [
  { value: 'competition', label: '1, 1, 3' },
  { value: 'dense', label: '1, 1, 2' },
  { value: 'ordinal', label: '1, 2, 3' },
];

/** What is ranked, which score is better, and what decides between equal ones. */
export function RankingFields({ isNew }: { readonly isNew: boolean }) {
  const { program } = useBoardForm();
  const stats = keysOf(program.stats);
  return (
    <Stack>
      {stats.length === 0 && (
        <Alert color="yellow" title="There is no stat to rank yet">
          A leaderboard ranks players by a stat, which rules record.{' '}
          <Anchor component={AppLink} href="/program">
            Add one to the program
          </Anchor>{' '}
          first.
        </Alert>
      )}
      <Group align="flex-start">
        <TextField
          at="/board/key"
          label="Key"
          placeholder="weekly-cup"
          description={isNew ? 'Lower case, digits, - and _. It can’t be changed later.' : 'It can’t be changed.'}
          disabled={!isNew}
        />
        <ChoiceField at="/board/source/stat" label="Stat" choices={stats} description="What is ranked." />
        <ChoiceField
          at="/board/aggregation"
          label="Keeps"
          choices={AGGREGATIONS}
          description="Of a player’s results in a window."
        />
        <ChoiceField at="/board/order" label="Order" choices={ORDERS} description="Which score is better." />
      </Group>
      <Group align="flex-start">
        <BoundsFields at="/board/source/bounds" of="Score" />
      </Group>
      <Title order={3} size="h6">
        Between equal scores
      </Title>
      <ListField at="/board/ties/columns" name="tie column" create={() => ({ stat: stats[0] ?? '', order: 'desc' })}>
        {(at) => (
          <>
            <ChoiceField at={`${at}/stat`} label="Stat" choices={stats} />
            <ChoiceField at={`${at}/order`} label="Order" choices={ORDERS} />
            <BoundsFields at={`${at}/bounds`} of="Value" />
          </>
        )}
      </ListField>
      <Group align="flex-start">
        <ChoiceField at="/board/ties/then" label="Then" choices={THEN} byDefault="Who reached it first" />
        <ChoiceField at="/board/numbering" label="Shared places count as" choices={NUMBERINGS} byDefault="1, 1, 3" />
        <NumberField at="/board/minScore" label="Least score" description="Who has less is not ranked." />
        <NumberField at="/board/sizeLimit" label="Most rows" description="Who comes behind is not on it." min={1} />
      </Group>
    </Stack>
  );
}

/** What a number of an entry may be at all. */
const BoundsFields = ({ at, of }: { readonly at: string; readonly of: 'Score' | 'Value' }) => (
  <>
    <NumberField
      at={`${at}/min`}
      label={`${of} at least`}
      description="What would be less is refused."
      placeholder="any"
    />
    <NumberField
      at={`${at}/max`}
      label={`${of} at most`}
      description="What would be more is refused."
      placeholder="any"
    />
  </>
);
