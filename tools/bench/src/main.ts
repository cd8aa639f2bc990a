import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Bench } from './bench.ts';
import { type BenchOptions, type Part, help, parseBenchOptions } from './options.ts';
import { circumstances } from './report/machine.ts';
import { renderCircumstances, renderResults } from './report/render-results.ts';
import { type Section, replaceResults } from './report/results-section.ts';
import { fillBoards } from './scenarios/fill-boards.ts';
import { growBoards } from './scenarios/grow-boards.ts';
import { requireFiles } from './scenarios/live/enough-files.ts';
import { measureLiveFeed } from './scenarios/live/measure-live-feed.ts';
import { measureSockets } from './scenarios/live/measure-sockets.ts';
import { measureBatches } from './scenarios/measure-batches.ts';
import { measureLeague, publishLeague } from './scenarios/measure-leagues.ts';
import { measureReads } from './scenarios/measure-reads.ts';
import { measureScale } from './scenarios/measure-scale.ts';
import { measureSingles } from './scenarios/measure-singles.ts';
import { measureHundredBoards } from './scenarios/windows/measure-hundred-boards.ts';
import { measureWindows } from './scenarios/windows/measure-windows.ts';
import { type BenchStack, startBenchStack } from './stack/bench-stack.ts';
import { type Report, createReport, interruptedExitCode, stopSignal } from '@laurel/up';

const root = resolve(import.meta.dirname, '..', '..', '..');

/** `npm run bench`: see `help` in `options.ts`. */
async function main(args: readonly string[]): Promise<number> {
  const options = parseBenchOptions(args);
  if (options === 'help') {
    process.stdout.write(help);
    return 0;
  }
  if (options.only.includes('live')) requireFiles(options.sockets);
  const report = createReport(process.stdout);
  const signal = stopSignal();
  try {
    const stack = await startBenchStack({ root, report, signal, profileDir: options.profile });
    try {
      await runBench(stack, options, args, report, signal);
    } finally {
      report.line('Stopping …');
      await stack.stop();
    }
    return 0;
  } catch (error) {
    if (signal.aborted) return interruptedExitCode;
    throw error;
  }
}

async function runBench(
  stack: BenchStack,
  options: BenchOptions,
  args: readonly string[],
  report: Report,
  signal: AbortSignal,
): Promise<void> {
  if (options.only.includes('rules')) {
    // Not before the stack is up: it builds what this imports.
    const { measureRules, renderRuleSpeeds } = await import('./scenarios/measure-rules.ts');
    report.line(`\n${renderRuleSpeeds(measureRules(options.seconds))}\n`);
    if (options.only.length === 1) return;
  }
  const bench = new Bench(stack, options, report, signal);
  try {
    await measure(bench);
  } finally {
    bench.stop();
  }
  const about = renderCircumstances(circumstances(root, args, stack.servers));
  for (const section of ['results', 'live'] as const) {
    const found = bench[section];
    if (found.findings.length === 0 && found.notes.length === 0) continue;
    const results = `${about}\n\n${renderResults(found)}`;
    report.line(`\n${results}\n`);
    if (options.write) writeResults(results, section, report);
  }
}

const hasItsOwnBoards = (part: Part): boolean => part === 'windows' || part === 'boards' || part === 'rules';

async function measure(bench: Bench): Promise<void> {
  const { only, rate } = bench.options;
  if (only.includes('leagues')) await publishLeague(bench);
  if (only.some((part) => !hasItsOwnBoards(part))) await fillBoards(bench);
  if (only.includes('leagues')) await measureLeague(bench);
  let sustained = rate;
  if (only.includes('events')) {
    sustained = await measureBatches(bench);
    await measureSingles(bench);
  }
  if (only.includes('socket')) await measureLiveFeed(bench, Math.round(sustained / 2));
  if (only.includes('live')) await measureSockets(bench, Math.round(sustained / 2));
  if (only.includes('reads')) {
    await measureReads(bench, await growBoards(bench, bench.options.board));
  }
  if (only.includes('windows')) await measureWindows(bench);
  if (only.includes('boards')) await measureHundredBoards(bench);
  if (only.includes('scale')) await measureScale(bench, bench.options.sizes);
}

function writeResults(results: string, section: Section, report: Report): void {
  const file = join('docs', 'benchmarks.md');
  const path = join(root, file);
  writeFileSync(path, replaceResults(readFileSync(path, 'utf8'), results, section));
  report.line(`Written to ${file}.`);
}

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error: unknown) => {
    process.stderr.write(`\n${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  },
);
