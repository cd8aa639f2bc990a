import { Button, Center, SegmentedControl } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { EmptyState, PageHeader, Problem } from '../../ui/index.js';
import { AppLink } from '../../ui/app-link.js';
import { Loading } from '../../ui/loading.js';
import { Charts } from './charts.js';
import { RANGES, type Range, overviewSearchOf, saysOf } from './overview-search.js';
import { useActivity } from './overview.queries.js';
import { Tiles } from './tiles.js';

/** How much happens, and how well: now, and over an hour, a day or a week. */
export function OverviewPage() {
  const { range = '1h' } = useSearch({ from: '/frame/' });
  const navigate = useNavigate();
  const change = (next: string): void => {
    void navigate({ to: '/', search: overviewSearchOf({ range: next }), replace: true });
  };
  return (
    <>
      <PageHeader
        title="Overview"
        about="Events per second, delay, errors and active players, a few seconds old."
        actions={
          <SegmentedControl
            aria-label="Time range"
            value={range}
            onChange={change}
            data={RANGES.map(({ value, label }) => ({ value, label }))}
          />
        }
      />
      <Figures range={range} />
    </>
  );
}

function Figures({ range }: { readonly range: Range }) {
  const { data, error, refetch } = useActivity(range);
  if (!data) {
    if (error) return <Problem error={error} onRetry={() => void refetch()} />;
    return (
      <Center py="xl">
        <Loading label="Overview" />
      </Center>
    );
  }
  return (
    <>
      {error && <Problem error={error} />}
      <Tiles activity={data} range={range} />
      {data.total.events === 0 ? <Quiet range={range} /> : <Charts activity={data} />}
    </>
  );
}

const Quiet = ({ range }: { readonly range: Range }) => (
  <EmptyState
    title={`Nothing was sent in ${saysOf(range)}`}
    action={
      <Button variant="default" renderRoot={(props) => <AppLink href="/keys" {...props} />}>
        Make a key
      </Button>
    }
  >
    Events appear here a few seconds after your game or server sends them. It needs a key of this environment.
  </EmptyState>
);
