import { NumberInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { problemOf } from '../../../api/index.js';
import { type BoardView, rowsBeforeRank } from '../boards.queries.js';

export interface RankJumpProps {
  readonly view: BoardView;
  /** Called with how many rows stand before the rank's first. */
  readonly onJump: (index: number) => void;
}

/** Takes one to a rank, however far down. */
export function RankJump({ view, onJump }: RankJumpProps) {
  const [rank, setRank] = useState<number | string>('');
  const { mutate, error } = useMutation({
    mutationFn: (to: number) => rowsBeforeRank(view, to),
    onSuccess: onJump,
  });
  return (
    <NumberInput
      label="Go to rank"
      placeholder="1"
      min={1}
      allowDecimal={false}
      hideControls
      value={rank}
      onChange={setRank}
      onKeyDown={({ key }) => {
        if (key === 'Enter' && typeof rank === 'number') mutate(rank);
      }}
      error={error ? problemOf(error).title : undefined}
      w={110}
    />
  );
}
