import { Group, Text } from '@mantine/core';
import { Time } from '../../../ui/index.js';
import { figure } from '../../../ui/figures.js';
import { type BoardView, usePercentiles } from '../boards.queries.js';

export interface BoardFactsProps {
  readonly view: BoardView;
  /** Rows of the board; null while ranks are being rebuilt. */
  readonly total: number | null | undefined;
}

/** How many there are, what it takes to be among the best, and how recent that is. */
export function BoardFacts({ view, total }: BoardFactsProps) {
  const { data } = usePercentiles(view);
  return (
    <Group gap="lg" aria-label="Figures of the leaderboard" role="group">
      <Fact label="Players" value={figure(total)} />
      {data?.percentiles.map(({ percentile, entry }) => (
        <Fact
          key={percentile}
          label={percentile === 50 ? 'Median' : `Top ${100 - percentile} %`}
          value={figure(entry?.score)}
        />
      ))}
      {data?.asOf && (
        <Text size="sm" c="dimmed">
          last change <Time at={data.asOf} />
        </Text>
      )}
    </Group>
  );
}

const Fact = ({ label, value }: { readonly label: string; readonly value: string }) => (
  <Text size="sm" className="numeric">
    <Text span inherit c="dimmed">
      {label}
    </Text>{' '}
    <b>{value}</b>
  </Text>
);
