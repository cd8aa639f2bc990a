import { Group, Select, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useState } from 'react';
import { figure } from '../../ui/figures.js';
import { PLAYER_STATUSES, type PlayerFilter } from './player-filter.js';
import { useSegments } from './players.queries.js';

const TYPING_MS = 250;

export interface PlayerFiltersProps {
  readonly filter: PlayerFilter;
  readonly onChange: (filter: PlayerFilter) => void;
}

/** The fields of the search. A segment is asked for alone. */
export function PlayerFilters({ filter, onChange }: PlayerFiltersProps) {
  const segments = useSegments();
  const rest = { ...filter, segment: undefined };
  return (
    <Group align="flex-end" mb="md" gap="sm" role="search" aria-label="Players">
      <Typed
        label="Id or name"
        placeholder="begins with …"
        value={filter.q}
        onTyped={(q) => onChange({ ...rest, q })}
      />
      <Select
        label="Status"
        placeholder="any"
        data={PLAYER_STATUSES}
        value={filter.status ?? null}
        onChange={(status) => onChange({ ...rest, status: status ?? undefined })}
        clearable
        clearButtonProps={{ 'aria-label': 'Any status' }}
        w={140}
      />
      <Typed
        label="Attribute"
        placeholder="city"
        value={filter.attribute}
        onTyped={(attribute) => onChange({ ...rest, attribute })}
      />
      <Typed
        label="has the value"
        placeholder="London"
        value={filter.value}
        onTyped={(value) => onChange({ ...rest, value })}
      />
      <Select
        label="Segment"
        placeholder={segments.data?.entries.length === 0 ? 'none defined' : 'everybody'}
        data={(segments.data?.entries ?? []).map(({ key, name, count }) => ({
          value: key,
          label: `${name ?? key} (${figure(count)})`,
        }))}
        value={filter.segment ?? null}
        onChange={(segment) => onChange(segment === null ? {} : { segment })}
        clearable
        clearButtonProps={{ 'aria-label': 'Everybody' }}
        w={200}
      />
    </Group>
  );
}

interface TypedProps {
  readonly label: string;
  readonly placeholder: string;
  readonly value: string | undefined;
  readonly onTyped: (text: string) => void;
}

/** Asks once typing pauses. Follows the address where that changes by other means. */
function Typed({ label, placeholder, value = '', onTyped }: TypedProps) {
  const [text, setText] = useState({ shown: value, from: value });
  if (text.from !== value) setText({ shown: text.shown.trim() === value ? text.shown : value, from: value });
  const ask = useDebouncedCallback((typed: string) => onTyped(typed.trim()), TYPING_MS);
  return (
    <TextInput
      label={label}
      placeholder={placeholder}
      value={text.shown}
      onChange={({ currentTarget }) => {
        setText({ shown: currentTarget.value, from: value });
        ask(currentTarget.value);
      }}
      maxLength={128}
      w={160}
    />
  );
}
