import { Button, Group, Progress, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { usePermission } from '../../../app/session.queries.js';
import { type Column, DataTable, EmptyState, Problem, Time } from '../../../ui/index.js';
import { figure } from '../../../ui/figures.js';
import { progressOf } from './grant-acts.js';
import { type RewardRun, useApproveAll, useRuns } from './rewards.queries.js';

export interface RunListProps {
  /** key */
  readonly schedule: string;
  /** Whose grants are shown. */
  readonly window: string | undefined;
  readonly onWindow: (window: string) => void;
}

/** The windows that a schedule was for, with how far each is paid. */
export function RunList({ schedule, window, onWindow }: RunListProps) {
  const runs = useRuns(schedule);
  const approve = useApproveAll();
  const mayWrite = usePermission('rewards:write');
  const approveAll = (run: RewardRun): void =>
    approve.mutate(
      { source: schedule, window: run.window },
      {
        onSuccess: ({ approved }) =>
          notifications.show({ color: 'green', message: `${figure(approved)} grants of ${run.window} are approved.` }),
      },
    );
  const columns: readonly Column<RewardRun>[] = [
    {
      id: 'window',
      header: 'Window',
      cell: (run) => (
        <Button
          variant={run.window === window ? 'light' : 'subtle'}
          size="compact-sm"
          onClick={() => onWindow(run.window)}
          aria-pressed={run.window === window}
        >
          {run.window}
        </Button>
      ),
    },
    { id: 'winners', header: 'Winners', cell: ({ winners }) => winnersOf(winners) },
    { id: 'progress', header: 'Paid', width: 220, cell: (run) => <RunProgress run={run} /> },
    { id: 'sums', header: 'Given', cell: ({ totals }) => sumsOf(totals) },
    { id: 'started', header: 'Ended', cell: ({ startedAt }) => <Time at={startedAt} /> },
    {
      id: 'act',
      header: 'Approval',
      cell: (run) => {
        const pending = run.totals.find(({ state }) => state === 'pending')?.grants ?? 0;
        return pending > 0 && mayWrite ? (
          <Button size="compact-xs" loading={approve.isPending} onClick={() => approveAll(run)}>
            Approve all {figure(pending)}
          </Button>
        ) : null;
      },
    },
  ];
  return (
    <Stack gap="xs">
      {approve.error && <Problem error={approve.error} />}
      <DataTable
        label={`Windows rewarded by ${schedule}`}
        columns={columns}
        rows={runs.rows}
        rowId={({ window: key }) => key}
        error={runs.error}
        onRetry={runs.onRetry}
        more={runs.more}
        height={320}
        empty={
          <EmptyState title="No window has ended yet">
            Winners are listed here as soon as a window of the leaderboard ends.
          </EmptyState>
        }
      />
    </Stack>
  );
}

const winnersOf = (winners: RewardRun['winners']): string =>
  Object.entries(winners)
    .map(([tier, count]) => `${tier} ${figure(Number(count))}`)
    .join(', ') || '–';

function sumsOf(totals: RewardRun['totals']): string {
  const sums = new Map<string, number>();
  for (const { state, currencies } of totals) {
    if (state !== 'granted' && state !== 'claimed') continue;
    for (const [key, amount] of Object.entries(currencies)) sums.set(key, (sums.get(key) ?? 0) + Number(amount));
  }
  return [...sums].map(([key, amount]) => `${figure(amount)} ${key}`).join(', ') || '–';
}

function RunProgress({ run: { totals, state } }: { readonly run: RewardRun }) {
  const { done, waiting, failed, total } = progressOf(totals);
  const percent = (count: number): number => (total === 0 ? 0 : (100 * count) / total);
  const says = `${figure(done)} of ${figure(total)}${waiting > 0 ? `, ${figure(waiting)} wait` : ''}${failed > 0 ? `, ${figure(failed)} failed` : ''}`;
  return (
    <Group gap="xs" wrap="nowrap">
      <Progress.Root w={80} role="group" aria-label={`Paid: ${says}`}>
        <Progress.Section value={percent(done)} color="green" aria-label="Paid" />
        <Progress.Section value={percent(waiting)} color="yellow" aria-label="Waiting" />
        <Progress.Section value={percent(failed)} color="red" aria-label="Failed" />
      </Progress.Root>
      <Text size="xs">
        {says}
        {state === 'granting' && ' …'}
      </Text>
    </Group>
  );
}
