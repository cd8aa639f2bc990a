import { Autocomplete } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import type { BoardSearch } from '../board-search.js';
import { type Board, useParts } from '../boards.queries.js';

export interface PartPickerProps {
  readonly board: Board;
  /** key */
  readonly window: string | undefined;
  readonly segment: string | undefined;
  readonly show: (change: { [K in keyof BoardSearch]?: BoardSearch[K] | undefined }) => void;
}

/** A part of the board, `country:DE` or a saved segment: out of those that players are in. */
export function PartPicker({ board, window, segment = '', show }: PartPickerProps) {
  const [text, setText] = useState(segment);
  const [isOpen, setOpen] = useState(false);
  // What is shown already is nothing to look for: all the others are offered then.
  const [q] = useDebouncedValue(text === segment ? '' : text.trim(), 200);
  const parts = useParts({ key: board.key, window }, q, isOpen);
  const kinds = board.splits.map(({ key, attributes }) => (attributes ? `${key}:` : key));
  const found = parts.data?.entries.map(({ segment: part }) => part) ?? [];
  const forms = board.splits.map(({ key, attributes }) =>
    attributes ? [key, ...attributes.map((attribute) => `<${attribute}>`)].join(':') : key,
  );
  const choose = (part: string): void => show({ segment: part.trim() || undefined });
  return (
    <Autocomplete
      label="Part"
      placeholder={forms[0] ?? ''}
      // Of very many only some are offered: what they begin with leads on to the others.
      data={[...new Set(parts.data?.hasMore === false ? found : [...kinds.filter((kind) => kind !== q), ...found])]}
      filter={({ options }) => options}
      value={text}
      onChange={setText}
      onDropdownOpen={() => setOpen(true)}
      onDropdownClose={() => setOpen(false)}
      onOptionSubmit={(part) => {
        setText(part);
        if (!part.endsWith(':')) choose(part);
      }}
      onBlur={() => choose(text.endsWith(':') ? '' : text)}
      onKeyDown={(event) => event.key === 'Enter' && choose(text)}
      clearable
      onClear={() => choose('')}
      title={`Parts of this leaderboard: ${forms.join(', ')}`}
      w={180}
    />
  );
}
