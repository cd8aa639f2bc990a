import type { Report } from '../../report/report.ts';

/** What fetching needs. */
export interface FetchContext {
  /** Fetched binaries live here, shared by all runs of this clone. */
  readonly binDir: string;
  readonly report: Report;
  readonly signal: AbortSignal;
}
