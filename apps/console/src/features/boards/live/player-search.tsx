import { Autocomplete } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { usePlayerSearch } from '../boards.queries.js';

/** Finds a player by the beginning of the id or name. Enter takes what is typed as an id. */
export function PlayerSearch({ onPick }: { readonly onPick: (playerId: string) => void }) {
  const [text, setText] = useState('');
  const [q] = useDebouncedValue(text.trim(), 200);
  const found = usePlayerSearch(q);
  const pick = (playerId: string): void => {
    setText('');
    onPick(playerId);
  };
  return (
    <Autocomplete
      label="Find a player"
      placeholder="Id or name"
      leftSection={<IconSearch size={16} aria-hidden />}
      data={found.data?.entries.map(({ playerId }) => playerId) ?? []}
      filter={({ options }) => options}
      value={text}
      onChange={setText}
      onOptionSubmit={pick}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && text.trim() !== '' && (found.data?.entries.length ?? 0) === 0) pick(text.trim());
      }}
      w={200}
    />
  );
}
