import { Command } from 'commander';
import { withKey } from '../gateways/client-options.js';
import { positive, slug } from './arguments.js';
import type { CommandContext } from './command-context.js';
import type { ImportOptions } from './import/import-players.js';

const WAIT_SECONDS = 600;

const HELP = `
The file is NDJSON: one player a line, as docs/guides/players.md shows. It is sent in as many requests as it takes; a line that is
refused is told with its number, and does not touch the others. Each player is taken over once under the import's name, so a file
can be sent again after whatever happened. The key needs the permission players:import.

Examples:
  npm run laurel -- import players.ndjson --id from-the-old-system
  npm run -s laurel -- import players.ndjson --id from-the-old-system --json | jq .rejected

Exit codes: 0 all of it is taken over, 1 lines were refused, or it is not carried out yet, 2 used wrongly or the gateway is not there.`;

/** Players of another system from a file, over the admin gateway's public API. */
export const importCommand = (context: CommandContext): Command =>
  withKey(
    new Command('import')
      .description('take over players of another system from a file')
      .argument('<file>', 'NDJSON, one player a line')
      .requiredOption('--id <name>', 'what you call the import: each player is taken over once under it', slug)
      .option('--api <url>', 'address of the admin gateway; otherwise LAUREL_ADMIN_URL, or that of "npm start"')
      .option('--wait <seconds>', 'how long to wait until it is carried out', positive, WAIT_SECONDS)
      .option('--json', 'as JSON, for a machine'),
  )
    .addHelpText('after', HELP)
    .action(async (file: string, options: ImportOptions) =>
      (await import('./import/import-players.js')).importPlayers(context, file, options),
    );
