import { Injectable } from '@nestjs/common';
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';

/** Named here so that nothing else imports the library. */
export type CounterMetric<L extends string> = Counter<L>;
export type GaugeMetric<L extends string> = Gauge<L>;
export type HistogramMetric<L extends string> = Histogram<L>;

export interface MetricOptions<L extends string> {
  /** `laurel_<part>_<what>_<unit>`, as Prometheus names things. */
  readonly name: string;
  readonly help: string;
  readonly labels?: readonly L[];
}

/** Upper bounds in seconds, from a cached read to a request that waits for a timeout. */
const SECONDS_BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

/** The metrics of this process. Labels must be bounded: a workspace or route pattern, never a player or event id. */
@Injectable()
export class Metrics {
  private readonly registry = new Registry();

  constructor() {
    collectDefaultMetrics({ register: this.registry });
  }

  counter<L extends string>({ name, help, labels = [] }: MetricOptions<L>): Counter<L> {
    return new Counter({ name, help, labelNames: [...labels], registers: [this.registry] });
  }

  gauge<L extends string>({ name, help, labels = [] }: MetricOptions<L>): Gauge<L> {
    return new Gauge({ name, help, labelNames: [...labels], registers: [this.registry] });
  }

  /** @param buckets upper bounds; default: seconds, 1 ms to 5 s */
  histogram<L extends string>(
    { name, help, labels = [] }: MetricOptions<L>,
    buckets: readonly number[] = SECONDS_BUCKETS,
  ): Histogram<L> {
    return new Histogram({ name, help, labelNames: [...labels], buckets: [...buckets], registers: [this.registry] });
  }

  /** Every metric in Prometheus' text format. */
  expose(): Promise<string> {
    return this.registry.metrics();
  }

  get mediaType(): string {
    return this.registry.contentType;
  }
}
