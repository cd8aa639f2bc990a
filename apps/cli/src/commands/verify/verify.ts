import { type FinalComparison, FinalStandings } from '@laurel/leaderboards-feature';
import { type Checked, Differences, checkUnrecorded, VerifyStateHandler } from '@laurel/scoring-feature';
import type { Workspace } from '@laurel/tenancy-domain';
import { Connections, type Database } from '../../connections/connections.js';
import { allWorkspaces, findWorkspace } from '../../connections/find-workspace.js';
import { EXIT } from '../../exit-codes.js';
import { type Output, printJson } from '../../terminal/output.js';
import { startProgress } from '../../terminal/progress.js';
import { count, counted } from '../../terminal/table.js';
import type { CommandContext } from '../command-context.js';
import { type CheckedRanks, verifyRanks } from './verify-ranks.js';
import { printReport, reportJson } from './verify-report.js';

export interface VerifyOptions {
  readonly workspace?: string;
  readonly maxDifferences: number;
  readonly playersInMemory: number;
  readonly json?: boolean;
}

/** What verifying found. */
export interface VerifyReport {
  /** Those that were looked at. */
  readonly workspaces: readonly Workspace[];
  readonly state: Checked;
  readonly ranks: CheckedRanks;
  readonly final: Omit<FinalComparison, 'differences'>;
  readonly differences: Differences;
}

/** `verify` */
export async function verify({ output, end }: CommandContext, options: VerifyOptions): Promise<void> {
  const report = await Connections.use((connections) => check(connections, output, options));
  if (options.json) printJson(output, reportJson(report));
  else printReport(output, report);
  if (report.differences.total > 0 || report.ranks.warming.length > 0) end(EXIT.found);
}

async function check(connections: Connections, output: Output, options: VerifyOptions): Promise<VerifyReport> {
  const db = await connections.mongo();
  const redis = await connections.redis();
  const all = await allWorkspaces(db);
  const only = options.workspace === undefined ? undefined : await findWorkspace(db, options.workspace);
  const workspaces = only ? [only] : all;
  const known = new Set(all.map(({ id }) => id));
  const differences = new Differences(options.maxDifferences);
  const kafka = await connections.kafka();
  const standings = await FinalStandings.of(
    db,
    workspaces.map(({ id }) => id),
  );
  const state = await checkState(db, standings, output, options, only, known, differences);
  await checkUnrecorded(kafka, connections.topics.events, state.unrecorded, differences);
  const ranks = await verifyRanks({ connections, db, redis, output, workspaces, known, only, differences });
  const final = await checkFinal(standings, output, differences);
  return { workspaces, state, ranks, final, differences };
}

async function checkState(
  db: Database,
  standings: FinalStandings,
  output: Output,
  { playersInMemory }: VerifyOptions,
  only: Workspace | undefined,
  workspaces: ReadonlySet<string>,
  differences: Differences,
): Promise<Checked> {
  const progress = startProgress(output.err, 'state');
  try {
    const scope = { workspace: only?.id, workspaces, playersInMemory };
    return await new VerifyStateHandler(db, standings).verify(scope, differences, (fraction, { records, players }) =>
      progress.update(fraction, `${counted(records, 'record')}, ${count(players)} players`),
    );
  } finally {
    progress.end();
  }
}

/** After the state: that tells the standings how players stood. */
async function checkFinal(
  standings: FinalStandings,
  output: Output,
  differences: Differences,
): Promise<Omit<FinalComparison, 'differences'>> {
  const progress = startProgress(output.err, 'final standings');
  try {
    const { differences: found, ...looked } = await standings.compare((fraction, rows) =>
      progress.update(fraction, `${count(rows)} rows`),
    );
    for (const { workspace, board, window, what, expected, found: seen } of found) {
      const place = `${what}, on ${board}, window ${window}`;
      differences.add({ check: 'final', workspace, what: place, expected, found: seen });
    }
    return looked;
  } finally {
    progress.end();
  }
}
