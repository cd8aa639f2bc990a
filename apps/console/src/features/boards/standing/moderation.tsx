import { Alert, Button, Group, NumberInput, SegmentedControl, Stack, Text, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type FormEvent, useState } from 'react';
import { Problem } from '../../../ui/index.js';
import { type Board, type Order, useModeration } from '../boards.queries.js';

export interface ModerationProps {
  readonly board: Board;
  readonly playerId: string;
  /** key */
  readonly window: string;
  /** The window has ended: its final standings are corrected. */
  readonly isClosed: boolean;
}

const ACTS = [
  { value: 'hide', label: 'Hide' },
  { value: 'unhide', label: 'Show again' },
  { value: 'remove', label: 'Remove' },
  { value: 'adjust', label: 'Adjust' },
];

type Act = Order['kind'];

const SAYS: Readonly<Record<Act, string>> = {
  hide: 'Off this leaderboard until shown again. What comes meanwhile counts on, unseen.',
  unhide: 'Back where the player would stand.',
  remove: 'The entry of this window is gone. What comes later begins a new one.',
  adjust: 'The score of this window becomes another one; what comes later builds on it.',
};

/** What to do about a score that should not be there. Every order needs a reason, which stays with the player. */
export function Moderation({ board, playerId, window, isClosed }: ModerationProps) {
  const [act, setAct] = useState<Act>('hide');
  const [reason, setReason] = useState('');
  const [mode, setMode] = useState<'add' | 'set'>('add');
  const [numbers, setNumbers] = useState<Readonly<Record<string, number>>>({});
  const moderation = useModeration(board.key, playerId);
  const order = orderOf({ act, reason: reason.trim(), mode, numbers, window, isClosed, stat: board.stat });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!order) return;
    moderation.mutate(order, {
      onSuccess: () => {
        setReason('');
        setNumbers({});
        notifications.show({ color: 'green', message: `${playerId}: done, and noted in the audit log.` });
      },
    });
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        <SegmentedControl
          data={ACTS}
          value={act}
          onChange={(next) => setAct(next as Act)}
          aria-label="What to do"
          fullWidth
        />
        <Text size="sm">{SAYS[act]}</Text>
        {isClosed && (
          <Alert color="yellow">
            The window {window} has ended: its final standings are corrected. Rewards that followed stay; revoke them by
            themselves.
          </Alert>
        )}
        {act === 'adjust' && (
          <Group align="flex-end">
            <SegmentedControl
              data={[
                { value: 'add', label: 'Add' },
                { value: 'set', label: 'Set to' },
              ]}
              value={mode}
              onChange={(next) => setMode(next)}
              aria-label="Add to the score, or set it"
            />
            {[board.stat, ...board.columns.map(({ stat }) => stat)].map((stat) => (
              <NumberInput
                key={stat}
                label={stat}
                value={numbers[stat] ?? ''}
                onChange={(value) => setNumbers((before) => withNumber(before, stat, value))}
                allowDecimal={false}
                w={130}
              />
            ))}
          </Group>
        )}
        <Textarea
          label="Reason"
          description="For people: it stays in the player’s history and in the audit log."
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          maxLength={500}
          autosize
          required
          // What is typed now would be gone when the order is carried out.
          disabled={moderation.isPending}
        />
        {moderation.error && <Problem error={moderation.error} />}
        <Group justify="flex-end">
          <Button
            type="submit"
            disabled={!order}
            loading={moderation.isPending}
            color={act === 'unhide' ? 'blue' : 'red'}
          >
            {`${ACTS.find(({ value }) => value === act)?.label ?? ''} ${playerId}`}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function withNumber(numbers: Readonly<Record<string, number>>, stat: string, value: number | string) {
  const { [stat]: _, ...others } = numbers;
  return typeof value === 'number' ? { ...others, [stat]: value } : others;
}

interface Wanted {
  readonly act: Act;
  readonly reason: string;
  readonly mode: 'add' | 'set';
  readonly numbers: Readonly<Record<string, number>>;
  readonly window: string;
  readonly isClosed: boolean;
  readonly stat: string;
}

/** Undefined while something is missing. */
function orderOf({ act, reason, mode, numbers, window, isClosed, stat }: Wanted): Order | undefined {
  if (reason === '') return undefined;
  if (act === 'hide' || act === 'unhide') return { kind: act, reason, ...(isClosed ? { window } : {}) };
  if (act === 'remove') return { kind: act, window, reason };
  const { [stat]: score, ...columns } = numbers;
  if (Object.keys(numbers).length === 0) return undefined;
  return { kind: act, window, mode, reason, ...(score === undefined ? {} : { score }), columns };
}
