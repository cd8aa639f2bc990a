import { Button, Group, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { AuditFilter } from './audit-filter.js';

export interface AuditFiltersProps {
  readonly filter: AuditFilter;
  readonly onChange: (filter: AuditFilter) => void;
}

/** Fields of the search: they compare as a whole, so it asks when they are filled in. */
export const AuditFilters = (props: AuditFiltersProps) => <Fields key={JSON.stringify(props.filter)} {...props} />;

function Fields({ filter, onChange }: AuditFiltersProps) {
  const form = useForm({
    initialValues: { actor: '', action: '', target: '', from: '', to: '', ...filter },
  });
  return (
    <form onSubmit={form.onSubmit(onChange)} role="search" aria-label="Audit log">
      <Group align="flex-end" mb="md" gap="sm">
        <TextInput label="Who" placeholder="id" w={170} {...form.getInputProps('actor')} />
        <TextInput label="Action" placeholder="keys.create" w={150} {...form.getInputProps('action')} />
        <TextInput label="Target" placeholder="id" w={170} {...form.getInputProps('target')} />
        <TextInput label="From" type="datetime-local" {...form.getInputProps('from')} />
        <TextInput label="Before" type="datetime-local" {...form.getInputProps('to')} />
        <Button type="submit" variant="default">
          Find
        </Button>
      </Group>
    </form>
  );
}
