export const RANGES = [
  { value: '1h', label: '1 hour', says: 'the last hour' },
  { value: '24h', label: '24 hours', says: 'the last 24 hours' },
  { value: '7d', label: '7 days', says: 'the last 7 days' },
] as const;

export type Range = (typeof RANGES)[number]['value'];

/** How far back is shown, as it stands in the address of the page. */
export interface OverviewSearch {
  readonly range?: Range;
}

/** Of an address that anybody may have typed; the hour is not written. */
export function overviewSearchOf({ range }: Readonly<Record<string, unknown>>): OverviewSearch {
  const known = RANGES.find(({ value }) => value === range);
  return known && known.value !== '1h' ? { range: known.value } : {};
}

export const saysOf = (range: Range): string => RANGES.find(({ value }) => value === range)?.says ?? range;
