export { BackgroundLoop } from './background-loop.js';
export { LOG, createLog } from './log.js';
export type { LogOptions } from './log.js';
export { Metrics } from './metrics.js';
export type { CounterMetric, GaugeMetric, HistogramMetric, MetricOptions } from './metrics.js';
export { ObservabilityModule } from './observability.module.js';
