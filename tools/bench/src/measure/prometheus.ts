/** Values of one scrape, by series as written: `name{label="value"}`. */
export type Scrape = ReadonlyMap<string, number>;

/** Reads Prometheus' text format. */
export function parseScrape(text: string): Scrape {
  const values = new Map<string, number>();
  for (const line of text.split('\n')) {
    const end = line.lastIndexOf(' ');
    if (line.startsWith('#') || end < 0) continue;
    values.set(line.slice(0, end), Number(line.slice(end + 1)));
  }
  return values;
}

/** Sum over all series of a metric. */
export function total(scrape: Scrape, metric: string): number {
  let sum = 0;
  for (const [series, value] of scrape) {
    if (series === metric || series.startsWith(`${metric}{`)) sum += value;
  }
  return sum;
}

/** Values of a metric by one of its labels; series without it are left out, others of the same value add up. */
export function byLabel(scrape: Scrape, metric: string, label: string): Map<string, number> {
  const values = new Map<string, number>();
  for (const [series, value] of scrape) {
    if (!series.startsWith(`${metric}{`)) continue;
    const [, labelled] = new RegExp(`[{,]${label}="([^"]*)"`).exec(series) ?? [];
    if (labelled !== undefined) values.set(labelled, (values.get(labelled) ?? 0) + value);
  }
  return values;
}
