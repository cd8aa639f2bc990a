import { randomUUID } from 'node:crypto';
import { EXIT, UnreachableError, UsageError } from '../../exit-codes.js';
import { type ClientOptions, addressOf, clientConfig, keyOf } from '../../gateways/client-options.js';
import { Gateway } from '../../gateways/gateway.js';
import { paintFor } from '../../terminal/colours.js';
import { type Output, printJson, printLine } from '../../terminal/output.js';
import { plain, renderTable } from '../../terminal/table.js';
import type { CommandContext } from '../command-context.js';
import { SMOKE_CHECKS, SMOKE_PLAYER } from './smoke-checks.js';
import { CheckFailed, type SmokeCheck, type SmokeResult, type SmokeRun } from './smoke-check.js';

/** Longer than an event is waited for. */
const ANSWER_MS = 20_000;
const LONGEST_DETAIL = 200;

export interface SmokeOptions extends ClientOptions {
  readonly ingestion?: string;
  readonly admin?: string;
  readonly query?: string;
  readonly allowLive?: boolean;
  readonly json?: boolean;
}

/** Tries all three gateways as a client would, and says what does not work. */
export async function smoke({ output, end }: CommandContext, options: SmokeOptions): Promise<void> {
  const run = startRun(options);
  const results: SmokeResult[] = [];
  for (const check of SMOKE_CHECKS) results.push(await tried(check, run));
  const ok = results.every(({ result }) => result !== 'failed');
  if (options.json) printJson(output, { ok, player: SMOKE_PLAYER, eventId: run.eventId, checks: results });
  else report(output, results);
  if (!ok) end(EXIT.found);
}

function startRun(options: SmokeOptions): SmokeRun {
  const config = clientConfig();
  const key = keyOf(options, config);
  if (key.startsWith('lrl_live_') && !options.allowLive) {
    throw new UsageError(
      'This key opens a live workspace, where a smoke test leaves a test player. Take the key of another one, or add --allow-live.',
    );
  }
  const gateway = (name: 'ingestion' | 'admin' | 'query', configured: string): Gateway =>
    new Gateway({
      name: `${name} gateway`,
      url: addressOf(`--${name}`, options[name], configured),
      option: `--${name}`,
      key,
      answerMs: ANSWER_MS,
    });
  return {
    ingestion: gateway('ingestion', config.ingestionUrl),
    admin: gateway('admin', config.adminUrl),
    query: gateway('query', config.queryUrl),
    liveUrl: `${(options.query ?? config.queryUrl).replace(/^http/, 'ws').replace(/\/+$/, '')}/v1/live`,
    eventId: `smoke-${randomUUID()}`,
  };
}

async function tried({ gateway, what, hint, skip, check }: SmokeCheck, run: SmokeRun): Promise<SmokeResult> {
  const skipped = skip?.(run);
  if (skipped !== undefined) return { gateway, check: what, result: 'skipped', tookMs: 0, detail: skipped };
  const began = performance.now();
  const took = (): number => Math.round(performance.now() - began);
  try {
    return { gateway, check: what, result: 'ok', detail: await check(run), tookMs: took() };
  } catch (error) {
    if (!(error instanceof CheckFailed || error instanceof UnreachableError)) throw error;
    const detail = error.message.split('\n')[0] ?? '';
    return { gateway, check: what, result: 'failed', tookMs: took(), detail, next: hint };
  }
}

const MARKS = { ok: '✓', failed: '✗', skipped: '–' } as const;
const COLOURS = { ok: 'green', failed: 'red', skipped: 'dim' } as const;
const COLUMNS = [
  { title: '' },
  { title: 'GATEWAY' },
  { title: 'CHECK' },
  { title: 'MS', numeric: true },
  { title: '' },
];

function report(output: Output, results: readonly SmokeResult[]): void {
  const paint = paintFor(output.out);
  const rows = results.map(({ gateway, check, result, tookMs, detail }) => [
    MARKS[result],
    gateway,
    check,
    result === 'skipped' ? '' : String(tookMs),
    plain(detail, LONGEST_DETAIL),
  ]);
  const [head = '', ...lines] = renderTable(COLUMNS, rows);
  printLine(output, head);
  lines.forEach((line, index) => printLine(output, paint(COLOURS[results[index]?.result ?? 'ok'], line)));
  const hints = new Set(results.flatMap(({ next, gateway }) => (next === undefined ? [] : [`${gateway}: ${next}`])));
  printLine(output);
  if (hints.size === 0) printLine(output, `All is well. What stays: the test player "${SMOKE_PLAYER}" and its event.`);
  else printLine(output, `What to look at:\n${[...hints].map((hint) => `  ${hint}`).join('\n')}`);
}
