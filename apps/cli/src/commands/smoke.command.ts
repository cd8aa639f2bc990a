import { Command } from 'commander';
import { withKey } from '../gateways/client-options.js';
import type { CommandContext } from './command-context.js';
import type { SmokeOptions } from './smoke/smoke.js';

const HELP = `
Sends one event of the type "laurel_smoke_test", which no rule is about, for the player "laurel-smoke-test", waits until it is
decided, reads it back, mints a token for that player, and reads the player and a leaderboard with it, once and live. Each gateway
must refuse who has no credential. The key is a secret one of a workspace for tests. What stays is that player and its events.

Examples:
  npm run laurel -- smoke
  npm run -s laurel -- smoke --json --ingestion https://in.example --admin https://admin.example --query https://api.example

Exit codes: 0 all holds, 1 something does not, 2 used wrongly.`;

/** Whether all three gateways work for their clients. */
export const smokeCommand = (context: CommandContext): Command =>
  withKey(
    new Command('smoke')
      .description('try all three gateways as a client would')
      .option('--ingestion <url>', 'otherwise LAUREL_INGESTION_URL, or that of "npm start"')
      .option('--admin <url>', 'otherwise LAUREL_ADMIN_URL, or that of "npm start"')
      .option('--query <url>', 'otherwise LAUREL_QUERY_URL, or that of "npm start"')
      .option('--allow-live', 'also in a live workspace')
      .option('--json', 'as JSON, for a machine'),
  )
    .addHelpText('after', HELP)
    .action(async (options: SmokeOptions) => (await import('./smoke/smoke.js')).smoke(context, options));
