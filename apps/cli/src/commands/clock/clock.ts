import { toIso } from '@laurel/kernel';
import { AdminApi, type ClockAnswer } from '../../gateways/admin-api.js';
import { type ClientOptions, adminGateway } from '../../gateways/client-options.js';
import { printJson, printLine } from '../../terminal/output.js';
import type { CommandContext } from '../command-context.js';

export interface ClockOptions extends ClientOptions {
  readonly api?: string;
  readonly json?: boolean;
}

/** Says what time it is in the workspace of the key. */
export async function showClock(context: CommandContext, options: ClockOptions): Promise<void> {
  print(context, options, await new AdminApi(adminGateway(options)).clock());
}

/** Sets the clock to a time (ms), or advances it by seconds. */
export async function moveClock(
  context: CommandContext,
  options: ClockOptions,
  move: { readonly now: number } | { readonly seconds: number },
): Promise<void> {
  const api = new AdminApi(adminGateway(options));
  const clock = 'now' in move ? await api.setClock(toIso(move.now)) : await api.advanceClock(move.seconds);
  print(context, options, clock);
}

function print({ output }: CommandContext, { json }: ClockOptions, clock: ClockAnswer): void {
  if (json) return printJson(output, clock);
  const { now, offsetMs, announced } = clock;
  const whose = offsetMs === 0 ? 'the time of the world' : 'a clock of its own';
  printLine(output, `It is ${now} in the workspace: ${whose}.`);
  if (!announced)
    printLine(output, 'The event log can not be reached: events go by it as soon as that is there again.');
}
