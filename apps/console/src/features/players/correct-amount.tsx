import { NumberInput, SegmentedControl, Select, Text } from '@mantine/core';
import { useMemo, useState } from 'react';
import { scaled } from '../../ui/figures.js';
import { FormDialog } from '../../ui/form-dialog.js';
import { ReasonField } from '../../ui/reason-field.js';
import { type Correctable, type Mode, correctableOf, differenceOf, nameOf, scaleOf } from './correction.js';
import { type Player, newOrderKey, useCorrect } from './players.queries.js';
import { type Scales, useScales } from './scales.queries.js';

export interface CorrectAmountProps {
  readonly player: Player;
  /** Absent: it is chosen in the dialog. */
  readonly of?: Correctable;
  readonly onClose: () => void;
}

const MODES = [
  { value: 'by', label: 'Add or take away' },
  { value: 'to', label: 'New value' },
];

/** Puts a balance or a stat right, by an amount or to a new value, with a reason. */
export function CorrectAmount({ player, of, onClose }: CorrectAmountProps) {
  const { mutate, isPending, error } = useCorrect(player.playerId);
  const scales = useScales();
  const [name, setName] = useState(of ? nameOf(of) : null);
  const [mode, setMode] = useState<Mode>('by');
  const [typed, setTyped] = useState<number | string>('');
  const [reason, setReason] = useState('');
  const what = name === null ? undefined : correctableOf(name);
  const scale = what ? scaleOf(scales, what) : 0;
  const before = what ? (player[what.kind][what.key] ?? 0) : 0;
  const difference = differenceOf(mode, before, typed, scale);
  // One order for what is in the form now, however often it is sent; another one once it says something else.
  const order = useMemo(newOrderKey, [name, difference, reason]);
  const correct = (): void => {
    if (!what || difference === undefined) return;
    mutate({ ...what, amount: difference, reason: reason.trim(), order }, { onSuccess: onClose });
  };
  return (
    <FormDialog
      onClose={onClose}
      title={of ? `Correct ${of.key} of ${player.playerId}` : `Correct ${player.playerId}`}
      action="Correct"
      disabled={difference === undefined || reason.trim() === ''}
      onSubmit={correct}
      pending={isPending}
      error={error}
    >
      {!of && <What player={player} scales={scales} value={name} onChange={setName} />}
      <SegmentedControl
        aria-label="How"
        data={MODES}
        value={mode}
        onChange={(value) => setMode(value === 'to' ? 'to' : 'by')}
      />
      <NumberInput
        label={mode === 'by' ? 'Amount' : 'New value'}
        {...(mode === 'by' ? { description: 'Less than 0 takes away.' } : {})}
        value={typed}
        onChange={setTyped}
        decimalScale={scale}
        required
        data-autofocus
      />
      <Text size="sm" role="status" className="numeric">
        {what && difference !== undefined
          ? `${scaled(before, scale)} → ${scaled(before + difference, scale)}`
          : `Now: ${scaled(before, scale)}`}
      </Text>
      <ReasonField
        description="For people: it stays in the ledger and in the history."
        value={reason}
        onChange={setReason}
      />
    </FormDialog>
  );
}

interface WhatProps {
  readonly player: Player;
  readonly scales: Scales | undefined;
  readonly value: string | null;
  readonly onChange: (name: string | null) => void;
}

/** All that the program has, also what the player has nothing of yet, and what the player has of earlier ones. */
function What({ player, scales, value, onChange }: WhatProps) {
  const itemsOf = (kind: Correctable['kind'], keys: readonly string[]) =>
    [...new Set(keys)].map((key) => ({ value: nameOf({ kind, key }), label: key }));
  const currencies = [...Object.keys(scales?.currencies ?? {}), ...Object.keys(player.balances)];
  return (
    <Select
      label="What"
      data={[
        { group: 'Currencies', items: itemsOf('balances', currencies) },
        { group: 'Stats', items: itemsOf('stats', scales?.sums ?? Object.keys(player.stats)) },
      ]}
      value={value}
      onChange={onChange}
      searchable
      required
    />
  );
}
