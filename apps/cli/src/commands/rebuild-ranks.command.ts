import { Command } from 'commander';
import type { CommandContext } from './command-context.js';
import type { RebuildOptions } from './rebuild-ranks/rebuild-ranks.js';

const HELP = `
Ranks are built anew from the player documents beside those that are served, brought up to date, and put in their place.
Reads and scoring go on undisturbed, and no read is ever given a wrong rank. Interrupted, it leaves what was served.

Examples:
  npm run laurel -- rebuild-ranks
  npm run laurel -- rebuild-ranks --workspace demo/dev --board premier-league

Exit codes: 0 all were rebuilt, 1 some were not, 2 used wrongly or a server is not there.`;

/** Makes ranks anew from the truth. */
export const rebuildRanksCommand = (context: CommandContext): Command =>
  new Command('rebuild-ranks')
    .description('build the ranks in Redis anew from the player documents')
    .option('--workspace <name>', 'only of this one: <tenant>/<environment> or its id')
    .option('--board <key>', 'only of the leaderboards with this key')
    .option('--json', 'as JSON, for a machine')
    .addHelpText('after', HELP)
    .action(async (options: RebuildOptions) =>
      (await import('./rebuild-ranks/rebuild-ranks.js')).rebuildRanks(context, options),
    );
