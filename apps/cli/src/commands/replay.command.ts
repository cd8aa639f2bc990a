import { Command } from 'commander';
import { instant, positive } from './arguments.js';
import type { CommandContext } from './command-context.js';
import type { ReplayOptions } from './replay/replay.js';

const SHOWN = 10;
const PLAYERS_IN_MEMORY = 200_000;

const HELP = `
Decides the events that were recorded in a range of time again, by another release, and shows the difference: what each rule
did, what was paid and recorded, the tops of the leaderboards, who would gain and who would lose. Players start as the history
before the range left them. All of it happens in memory; nothing is written.

Times are those at which the log had the events. Events that had no effect when they came (duplicates, failed ones) have none
here.

Examples:
  npm run laurel -- replay --workspace demo/dev --from 2026-11-20 --to 2026-11-21 --release 4
  npm run -s laurel -- replay --workspace demo/dev --from 2026-11-20T09:30:00Z --to 2026-11-21 --release 4 --json

Exit codes: 0 done, whatever differs, 2 used wrongly or a server is not there.`;

/** Shows what recorded events would have led to under another release. */
export const replayCommand = (context: CommandContext): Command =>
  new Command('replay')
    .description('show what recorded events would have led to under another release')
    .requiredOption('--workspace <name>', '<tenant>/<environment> or its id')
    .requiredOption('--from <time>', 'events of this time or later', instant)
    .requiredOption('--to <time>', 'events before this time', instant)
    .requiredOption('--release <number>', 'the release to decide by', positive)
    .option('--top <number>', 'rows of each leaderboard, and players who move, to show', positive, SHOWN)
    .option('--players-in-memory <number>', 'players held at a time; fewer take longer', positive, PLAYERS_IN_MEMORY)
    .option('--json', 'as JSON, for a machine')
    .addHelpText('after', HELP)
    .action(async (options: ReplayOptions) => (await import('./replay/replay.js')).replay(context, options));
