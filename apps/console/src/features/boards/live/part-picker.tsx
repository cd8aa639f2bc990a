import { Autocomplete } from '@mantine/core';
import { useState } from 'react';
import type { BoardSearch } from '../board-search.js';
import type { Board } from '../boards.queries.js';

export interface PartPickerProps {
  readonly board: Board;
  readonly segment: string | undefined;
  readonly show: (change: { [K in keyof BoardSearch]?: BoardSearch[K] | undefined }) => void;
}

/** A part of the board: `country:DE`, or a saved segment. */
export function PartPicker({ board, segment = '', show }: PartPickerProps) {
  const [text, setText] = useState(segment);
  const forms = board.splits.map(({ key, attributes }) =>
    attributes ? [key, ...attributes.map((attribute) => `<${attribute}>`)].join(':') : key,
  );
  const choose = (part: string): void => show({ segment: part.trim() || undefined });
  return (
    <Autocomplete
      label="Part"
      placeholder={forms[0] ?? ''}
      data={board.splits.map(({ key, attributes }) => (attributes ? `${key}:` : key))}
      value={text}
      onChange={setText}
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
