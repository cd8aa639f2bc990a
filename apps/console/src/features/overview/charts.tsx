import { AreaChart, BarChart, LineChart } from '@mantine/charts';
import { Card, SimpleGrid, Text, VisuallyHidden } from '@mantine/core';
import { type ReactNode, useMemo } from 'react';
import { countOf, delayOf, pointsOf, rateOf, troublesOf } from './figures.js';
import type { Activity } from './overview.queries.js';

const HEIGHT = 200;
/** As it is drawn anew every few seconds, nothing moves by itself. */
const CALM = { isAnimationActive: false };
/** The caption says what it comes to; points are nothing to stop at with the keyboard. */
const SILENT = { accessibilityLayer: false };
const WHOLE = { allowDecimals: false };
const COMMON = { h: HEIGHT, dataKey: 'at', withLegend: true, gridAxis: 'xy', tickLine: 'none' } as const;

/** How it went over the range. */
export function Charts({ activity }: { readonly activity: Activity }) {
  const { buckets, bucketSeconds, total } = activity;
  const data = useMemo(
    () => [...pointsOf(buckets, bucketSeconds)].map((point) => ({ ...point })),
    [buckets, bucketSeconds],
  );
  return (
    <SimpleGrid cols={{ base: 1, md: 2 }}>
      <Chart title="Events per second" says={`${countOf(total.events)} events in all`}>
        <AreaChart
          {...COMMON}
          data={data}
          type="stacked"
          curveType="monotone"
          series={[
            { name: 'processed', label: 'Processed', color: 'green.7' },
            { name: 'other', label: 'Other', color: 'gray.6' },
          ]}
          valueFormatter={rateOf}
          withDots={false}
          areaProps={CALM}
          areaChartProps={SILENT}
        />
      </Chart>
      <Chart title="Delay, accepted to scored" says={`99 of 100 within ${delayOf(total.lagMs.p99)}`}>
        <LineChart
          {...COMMON}
          data={data}
          curveType="monotone"
          dotProps={{ r: 2 }}
          connectNulls={false}
          series={[
            { name: 'p50', label: 'Half within', color: 'green.7' },
            { name: 'p99', label: '99 of 100 within', color: 'blue.6' },
          ]}
          valueFormatter={delayOf}
          lineProps={CALM}
          lineChartProps={SILENT}
        />
      </Chart>
      <Chart title="Errors" says={`${countOf(troublesOf(total))} in all`}>
        <BarChart
          {...COMMON}
          data={data}
          type="stacked"
          series={[
            { name: 'failed', label: 'Failed', color: 'red.7' },
            { name: 'quarantined', label: 'Held back', color: 'orange.6' },
            { name: 'refused', label: 'Effects refused', color: 'gray.6' },
          ]}
          valueFormatter={countOf}
          yAxisProps={WHOLE}
          barProps={CALM}
          barChartProps={SILENT}
        />
      </Chart>
      <Chart title="Active players" says={`${countOf(total.activePlayers)} different players`}>
        <AreaChart
          {...COMMON}
          data={data}
          curveType="monotone"
          series={[{ name: 'players', label: 'Players', color: 'blue.6' }]}
          valueFormatter={countOf}
          yAxisProps={WHOLE}
          withDots={false}
          areaProps={CALM}
          areaChartProps={SILENT}
        />
      </Chart>
    </SimpleGrid>
  );
}

interface ChartProps {
  readonly title: string;
  /** What it comes to, for who cannot see it. */
  readonly says: string;
  readonly children: ReactNode;
}

const Chart = ({ title, says, children }: ChartProps) => (
  <Card withBorder component="figure" m={0} padding="md">
    <Text component="figcaption" fw={600} mb="sm">
      {title}
      <VisuallyHidden>: {says}</VisuallyHidden>
    </Text>
    <div aria-hidden>{children}</div>
  </Card>
);
