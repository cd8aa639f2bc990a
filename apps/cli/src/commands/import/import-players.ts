import { createReadStream, statSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { EXIT, RefusedError, UnreachableError, UsageError } from '../../exit-codes.js';
import { type ClientOptions, adminGateway } from '../../gateways/client-options.js';
import { ImportsApi, type RefusedLine } from '../../gateways/imports-api.js';
import { printJson, printLine } from '../../terminal/output.js';
import { type Progress, startProgress } from '../../terminal/progress.js';
import { counted } from '../../terminal/table.js';
import type { CommandContext } from '../command-context.js';
import { refusedLines } from './import-report.js';
import { importRequests } from './import-requests.js';

const LOOK_MS = 500;

export interface ImportOptions extends ClientOptions {
  readonly id: string;
  readonly api?: string;
  /** Seconds. */
  readonly wait: number;
  readonly json?: boolean;
}

interface Imported {
  accepted: number;
  /** By their numbers in the file. */
  readonly rejected: RefusedLine[];
}

/** Takes over the players of a file, tells which lines were refused, and waits until the others are carried out. */
export async function importPlayers(
  { output, end }: CommandContext,
  file: string,
  options: ImportOptions,
): Promise<void> {
  const bytes = sizeOf(file);
  const api = new ImportsApi(adminGateway(options), options.id);
  const progress = startProgress(output.err, options.id);
  try {
    const { accepted, rejected } = await sendAll(api, file, bytes, progress);
    const isApplied = accepted === 0 || (await isCarriedOut(api, options.wait, progress));
    progress.end();
    if (options.json) printJson(output, { import: options.id, isApplied, accepted, rejected });
    else {
      for (const line of refusedLines(file, rejected)) output.err.write(`${line}\n`);
      printLine(output, `${counted(accepted, 'line')} taken, ${rejected.length} refused.`);
      printLine(output, isApplied ? 'The import is carried out.' : notYet(options));
    }
    if (!isApplied || rejected.length > 0) end(EXIT.found);
  } finally {
    progress.end();
  }
}

/** @throws UsageError */
function sizeOf(file: string): number {
  try {
    const found = statSync(file);
    if (!found.isFile()) throw new Error('it is no file');
    return found.size;
  } catch (error) {
    throw new UsageError(`Can't read ${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

async function sendAll(api: ImportsApi, file: string, bytes: number, progress: Progress): Promise<Imported> {
  const imported: Imported = { accepted: 0, rejected: [] };
  let sent = 0;
  for await (const { text, numbers, end } of importRequests(createReadStream(file))) {
    const { accepted, rejected } = await api.send(text).catch((error: unknown) => {
      throw sent === 0 ? error : afterSome(error, sent);
    });
    sent += numbers.length;
    imported.accepted += accepted;
    imported.rejected.push(...rejected.map((each) => ({ ...each, line: numbers[each.line - 1] ?? each.line })));
    progress.update(end / bytes, `${counted(sent, 'line')}, ${imported.rejected.length} refused`);
  }
  if (sent === 0) throw new UsageError(`${file} holds no line.`);
  return imported;
}

/** The same failure, for who has to know what of the file is done. */
function afterSome(error: unknown, sent: number): unknown {
  const Expected = [RefusedError, UnreachableError].find((each) => error instanceof each);
  if (!Expected || !(error instanceof Error)) return error;
  return new Expected(
    `${error.message}\n${counted(sent, 'line')} were sent before. Send the file again under the same name: nothing counts twice.`,
  );
}

/** Waits until all that was sent is carried out. @returns false when that takes longer */
async function isCarriedOut(api: ImportsApi, waitSeconds: number, progress: Progress): Promise<boolean> {
  const until = performance.now() + waitSeconds * 1_000;
  let most = 1;
  for (;;) {
    const { state, remaining } = await api.state();
    if (state === 'applied') return true;
    if (performance.now() >= until) return false;
    most = Math.max(most, remaining);
    progress.update(1 - remaining / most, `${counted(remaining, 'message')} to carry out`);
    await pause(LOOK_MS);
  }
}

const notYet = ({ id, wait }: ImportOptions): string =>
  `It is not carried out yet after ${wait} s, and goes on: GET /v1/imports/${id} of the admin gateway tells how far it is.`;
