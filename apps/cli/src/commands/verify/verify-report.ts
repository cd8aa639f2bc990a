import type { CheckName, Difference } from '@laurel/scoring-feature';
import { workspaceName } from '../../connections/find-workspace.js';
import { type Output, printLine } from '../../terminal/output.js';
import { count, counted, plain, renderTable } from '../../terminal/table.js';
import type { VerifyReport } from './verify.js';

const CHECKS: readonly CheckName[] = ['checkpoints', 'replay', 'ledger', 'grants', 'ranks', 'final', 'workspaces'];

/** What was looked at, how it went, and what differs, for people. */
export function printReport(output: Output, report: VerifyReport): void {
  const { differences, ranks } = report;
  const rows = CHECKS.map((check) => [check, resultOf(report, check), lookedAt(report, check)]);
  const columns = [{ title: 'CHECK' }, { title: 'RESULT' }, { title: 'LOOKED AT' }];
  for (const line of renderTable(columns, rows)) printLine(output, line);
  for (const { workspace, board, reason } of ranks.warming) {
    printLine(output, `\n${workspace} ${board} is warming, its ranks were not compared: ${reason}.`);
    printLine(output, 'The scoring service mends that within seconds. If it stays: npm run laurel -- rebuild-ranks');
  }
  for (const check of CHECKS) printDifferences(output, report, check);
  printLine(output);
  if (differences.total > 0) {
    printLine(output, `${counted(differences.total, 'difference')}. What to do: docs/operations/cli.md`);
  } else if (ranks.warming.length > 0)
    printLine(output, `No differences, but ${counted(ranks.warming.length, 'board')} warming.`);
  else printLine(output, 'Everything is as it has to be.');
}

/** The same for a machine. Lists are cut to the number of differences asked for; counts are not. */
export const reportJson = ({ workspaces, state, ranks, final, differences }: VerifyReport) => ({
  ok: differences.total === 0 && ranks.warming.length === 0,
  workspaces: workspaces.map((workspace) => ({ id: workspace.id, name: workspaceName(workspace) })),
  checked: {
    records: state.records,
    players: state.players,
    ledgerEntries: state.ledgerEntries,
    boards: ranks.boards,
    rows: ranks.entries,
    finalWindows: final.windows,
    finalRows: final.rows,
  },
  counts: Object.fromEntries(CHECKS.map((check) => [check, differences.countOf(check)])),
  warming: ranks.warming,
  differences: differences.list,
});

function resultOf({ differences, ranks }: VerifyReport, check: CheckName): string {
  const found = differences.countOf(check);
  if (found > 0) return counted(found, 'difference');
  return check === 'ranks' && ranks.warming.length > 0 ? `${count(ranks.warming.length)} warming` : 'ok';
}

function lookedAt({ workspaces, state, ranks, final }: VerifyReport, check: CheckName): string {
  switch (check) {
    case 'checkpoints':
    case 'replay':
    case 'grants':
      return `${counted(state.records, 'record')} of ${counted(state.players, 'player')}`;
    case 'ledger':
      return `${count(state.ledgerEntries)} ${state.ledgerEntries === 1 ? 'entry' : 'entries'}`;
    case 'ranks':
      return `${counted(ranks.entries, 'row')} of ${counted(ranks.boards, 'board')}`;
    case 'final':
      return `${counted(final.rows, 'row')} of ${counted(final.windows, 'window')}`;
    case 'workspaces':
      return counted(workspaces.length, 'workspace');
  }
}

function printDifferences(output: Output, { differences, workspaces }: VerifyReport, check: CheckName): void {
  const shown = differences.list.filter((difference) => difference.check === check);
  if (shown.length === 0) return;
  const names = new Map(workspaces.map((workspace) => [workspace.id, workspaceName(workspace)]));
  printLine(output, `\n${check}`);
  for (const difference of shown) {
    printLine(output, `  ${placeOf(difference, names)}: ${plain(difference.what, 200)}`);
    printLine(output, `    expected ${plain(difference.expected, 300)}`);
    printLine(output, `    found    ${plain(difference.found, 300)}`);
  }
  const rest = differences.countOf(check) - shown.length;
  if (rest > 0) printLine(output, `  … and ${count(rest)} more (--max-differences shows more)`);
}

function placeOf({ workspace, playerId, partition }: Difference, names: ReadonlyMap<string, string>): string {
  const owner = workspace === undefined ? [] : [names.get(workspace) ?? workspace];
  const player = playerId === undefined ? [] : [playerId];
  const place = partition === undefined ? [] : [`partition ${partition}`];
  return [...owner, ...player, ...place].map((part) => plain(part, 80)).join(', ') || 'everywhere';
}
