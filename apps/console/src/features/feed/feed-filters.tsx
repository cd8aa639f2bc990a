import { Button, Group, MultiSelect, Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { FEED_STATUSES, type FeedSearch, SAMPLES, partsOf } from './feed-filter.js';

export interface FeedFiltersProps {
  readonly search: FeedSearch;
  readonly onChange: (search: FeedSearch) => void;
}

/** What of the feed is shown. Texts are asked for when they are filled in, choices at once. */
export const FeedFilters = (props: FeedFiltersProps) => <Fields key={JSON.stringify(props.search)} {...props} />;

function Fields({ search, onChange }: FeedFiltersProps) {
  const form = useForm({ initialValues: { types: '', player: '', rule: '', ...search } });
  const now = (change: Partial<FeedSearch>): void => onChange({ ...search, ...form.getValues(), ...change });
  return (
    <form onSubmit={form.onSubmit((values) => onChange({ ...search, ...values }))} role="search" aria-label="Live feed">
      <Group align="flex-end" mb="md" gap="sm">
        <TextInput label="Type" placeholder="match_played, goal" w={190} {...form.getInputProps('types')} />
        <TextInput label="Player" placeholder="id" w={150} {...form.getInputProps('player')} />
        <TextInput label="Rule" placeholder="key" w={150} {...form.getInputProps('rule')} />
        <MultiSelect
          label="Status"
          placeholder={search.statuses ? '' : 'any'}
          data={[...FEED_STATUSES]}
          value={[...partsOf(search.statuses)]}
          onChange={(statuses) => now({ statuses: statuses.join(',') })}
          clearable
          w={220}
        />
        <Select
          label="Show"
          data={[...SAMPLES]}
          value={search.sample ?? '1'}
          onChange={(sample) => now({ sample: sample ?? '1' })}
          allowDeselect={false}
          w={140}
        />
        <Button type="submit" variant="default">
          Filter
        </Button>
      </Group>
    </form>
  );
}
