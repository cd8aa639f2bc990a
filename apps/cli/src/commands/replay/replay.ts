import { ReplayEventsHandler, type ReplayResult } from '@laurel/scoring-feature';
import { Connections } from '../../connections/connections.js';
import { findWorkspace } from '../../connections/find-workspace.js';
import { UsageError } from '../../exit-codes.js';
import { printJson } from '../../terminal/output.js';
import { startProgress } from '../../terminal/progress.js';
import { counted } from '../../terminal/table.js';
import type { CommandContext } from '../command-context.js';
import { printReplay, replayJson } from './replay-report.js';

export interface ReplayOptions {
  readonly workspace: string;
  readonly from: number;
  readonly to: number;
  readonly release: number;
  readonly top: number;
  readonly playersInMemory: number;
  readonly json?: boolean;
}

/** `replay` */
export async function replay({ output }: CommandContext, options: ReplayOptions): Promise<void> {
  if (options.from >= options.to)
    throw new UsageError('--to must be later than --from: it is the first moment left out.');
  const progress = startProgress(output.err, 'replay');
  let result: ReplayResult;
  try {
    result = await Connections.use(async (connections) => {
      const db = await connections.mongo();
      const { id } = await findWorkspace(db, options.workspace);
      const request = { ...options, workspace: id };
      const replayed = await new ReplayEventsHandler(db).replay(request, (fraction, events) =>
        progress.update(fraction, counted(events, 'event')),
      );
      if (replayed.ok) return replayed.value;
      throw new UsageError(
        `${options.workspace} has no release ${replayed.error.release}. To see which there are: GET /v1/releases of the admin gateway.`,
      );
    });
  } finally {
    progress.end();
  }
  if (options.json) printJson(output, replayJson(options, result));
  else printReplay(output, options, result);
}
