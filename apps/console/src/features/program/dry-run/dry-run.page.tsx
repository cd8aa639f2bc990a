import { Progress, Stack, Text } from '@mantine/core';
import { usePermission } from '../../../app/session.queries.js';
import { EmptyState, PageHeader, Problem } from '../../../ui/index.js';
import { Loaded } from '../../../ui/loaded.js';
import { figure } from '../../../ui/figures.js';
import { type Program, resourcesOf } from '../program.js';
import { useDraft } from '../program.queries.js';
import { ProgramTabs } from '../program-tabs.js';
import { EventResult } from './event-result.js';
import { HistoryResult } from './history-result.js';
import { OrderForm } from './order-form.js';
import { type DryRunState, useDryRun } from './use-dry-run.js';

/** What the draft would have made of events. Nothing is written by it. */
export function DryRunPage() {
  const mayTry = usePermission('releases:dry_run');
  const draft = useDraft();
  return (
    <>
      <PageHeader
        title="Dry run"
        about="Decides recorded events again by the draft, as if it had been published right before them. Nothing is written."
      />
      <ProgramTabs active="/program/dry-run" />
      {mayTry ? (
        <Loaded query={draft}>{({ program }) => <Trial program={program} />}</Loaded>
      ) : (
        <EmptyState title="Your role does not include dry runs">
          Somebody who manages members can change that.
        </EmptyState>
      )}
    </>
  );
}

/** Decimals of stats and currencies, by key. */
export interface Scales {
  readonly stat: (key: string) => number;
  readonly currency: (key: string) => number;
}

function scalesOf(program: Program): Scales {
  const of = (collection: string) => (key: string) =>
    Number(resourcesOf(program, { collection }).find((one) => one.key === key)?.['scale'] ?? 0);
  return { stat: of('stats'), currency: of('currencies') };
}

function Trial({ program }: { readonly program: Program }) {
  const { state, start, cancel } = useDryRun();
  return (
    <Stack gap="lg">
      <OrderForm isRunning={state.state === 'running'} onStart={start} onCancel={cancel} />
      <div aria-live="polite">
        <Outcome state={state} scales={scalesOf(program)} />
      </div>
    </Stack>
  );
}

function Outcome({ state, scales }: { readonly state: DryRunState; readonly scales: Scales }) {
  switch (state.state) {
    case 'idle':
      return null;
    case 'failed':
      return <Problem error={state.error} />;
    case 'running':
      return <Running progress={state.progress} />;
    case 'done': {
      const { history, event } = state.result;
      if (history) return <HistoryResult history={history} scales={scales} />;
      return event ? <EventResult trial={event} scales={scales} /> : null;
    }
  }
}

function Running({ progress }: { readonly progress: { readonly done: number; readonly total: number } | undefined }) {
  const percent = !progress || progress.total === 0 ? 0 : (100 * progress.done) / progress.total;
  return (
    <Stack gap={4}>
      <Text size="sm">{progress ? `${figure(progress.done)} of ${figure(progress.total)}` : 'It begins …'}</Text>
      <Progress value={percent} animated aria-label="Dry run" />
    </Stack>
  );
}
