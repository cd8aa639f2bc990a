import { Button, Group, Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { EVENT_STATUSES, type EventSearch } from './event-search.js';

export interface EventFiltersProps {
  readonly search: EventSearch;
  readonly onChange: (search: Readonly<Record<string, unknown>>) => void;
  /** Goes to one event by its id. */
  readonly onOpen: (eventId: string) => void;
}

/** One event by its id; or those of a player, of a type, of a status. */
export const EventFilters = (props: EventFiltersProps) => (
  <Group align="flex-end" mb="md" gap="xl">
    <ById onOpen={props.onOpen} />
    <Fields key={JSON.stringify(props.search)} {...props} />
  </Group>
);

function ById({ onOpen }: Pick<EventFiltersProps, 'onOpen'>) {
  const form = useForm({ initialValues: { id: '' } });
  const open = ({ id }: { readonly id: string }): void => {
    if (id.trim() !== '') onOpen(id.trim());
  };
  return (
    <form onSubmit={form.onSubmit(open)} role="search" aria-label="Event by its id">
      <Group align="flex-end" gap="sm">
        <TextInput label="Event id" placeholder="match-2014-08-16-arsenal" w={230} {...form.getInputProps('id')} />
        <Button type="submit">Open</Button>
      </Group>
    </form>
  );
}

function Fields({ search, onChange }: EventFiltersProps) {
  const form = useForm({ initialValues: { player: '', type: '', ...search } });
  return (
    <form onSubmit={form.onSubmit((values) => onChange({ ...search, ...values }))} role="search" aria-label="Events">
      <Group align="flex-end" gap="sm">
        <TextInput label="Player" placeholder="id" w={160} {...form.getInputProps('player')} />
        <TextInput label="Type" placeholder="match_played" w={160} {...form.getInputProps('type')} />
        <Select
          label="Status"
          placeholder="any"
          data={[...EVENT_STATUSES]}
          value={search.status ?? null}
          onChange={(status) => onChange({ ...form.getValues(), status })}
          clearable
          w={150}
        />
        <Button type="submit" variant="default">
          Find
        </Button>
      </Group>
    </form>
  );
}
