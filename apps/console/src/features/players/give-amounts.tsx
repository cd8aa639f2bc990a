import { NumberInput, Select, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { FormDialog } from '../../ui/form-dialog.js';
import { useGive } from './players.queries.js';
import { useScales } from './scales.queries.js';

export interface GiveAmountsProps {
  readonly playerId: string;
  readonly onClose: () => void;
}

/** Makes up for what a player did not get: an amount of a currency or a stat, under a name that gives it once. */
export function GiveAmounts({ playerId, onClose }: GiveAmountsProps) {
  const { mutate, isPending, error } = useGive(playerId);
  const scales = useScales();
  const [name, setName] = useState('');
  const [what, setWhat] = useState<string | null>(null);
  const [amount, setAmount] = useState<number | string>('');
  const [kind, key = ''] = what?.split('|') ?? [];
  const scale = (kind === 'balance' ? scales?.currencies : scales?.stats)?.[key] ?? 0;
  const give = (): void => {
    const units = { [key]: Math.round(Number(amount) * 10 ** scale) };
    const [balances, stats] = kind === 'balance' ? [units, {}] : [{}, units];
    mutate({ name, balances, stats }, { onSuccess: onClose });
  };
  return (
    <FormDialog
      onClose={onClose}
      title={`Give to ${playerId}`}
      action="Give"
      disabled={!/^[a-z0-9][a-z0-9_-]*$/.test(name) || what === null || amount === ''}
      onSubmit={give}
      pending={isPending}
      error={error}
    >
      <Text size="sm">
        It is an import of one player: balances are paid with an entry in the ledger, stats are recorded as one event
        would, and leaderboards move. To take amounts away, take back the event that gave them.
      </Text>
      <Select
        label="What"
        data={[
          { group: 'Currencies', items: itemsOf('balance', scales?.currencies ?? {}) },
          { group: 'Stats', items: itemsOf('stat', scales?.stats ?? {}) },
        ]}
        value={what}
        onChange={setWhat}
        searchable
        required
        data-autofocus
      />
      <NumberInput label="Amount" value={amount} onChange={setAmount} min={0} decimalScale={scale} required />
      <TextInput
        label="Name of the correction"
        description="Lower case letters, digits, _ and -. Under one name a player gets it once."
        placeholder="ticket-4711"
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        maxLength={63}
        required
      />
    </FormDialog>
  );
}

const itemsOf = (kind: 'balance' | 'stat', scales: Readonly<Record<string, number>>) =>
  Object.keys(scales).map((key) => ({ value: `${kind}|${key}`, label: key }));
