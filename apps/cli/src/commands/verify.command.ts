import { Command } from 'commander';
import { positive } from './arguments.js';
import type { CommandContext } from './command-context.js';
import type { VerifyOptions } from './verify/verify.js';

const SHOWN_PER_CHECK = 20;
const PLAYERS_IN_MEMORY = 200_000;

const HELP = `
What is checked:
  checkpoints  every record stands in order behind no checkpoint, no event counted twice
  replay       deciding all records of a player again gives its document, byte for byte, and the recorded effects
  ledger       each movement of a balance has its entry, and the entries of a balance sum up to it
  ranks        the ranks in Redis are those that the player documents give, ties included
  final        the standings that are kept of windows that have ended are those with which they ended
  workspaces   no document or key of a workspace that does not exist, none that belongs to two

Nothing is changed. Events may be scored meanwhile: what is committed after the start is left out, and a player that moved
on is looked at again before anything is said of it.

Examples:
  npm run laurel -- verify
  npm run laurel -- verify --workspace demo/dev
  npm run -s laurel -- verify --json > report.json

Exit codes: 0 nothing differs, 1 something does or ranks are warming, 2 used wrongly or a server is not there.
What to do about differences: docs/operations/cli.md`;

/** Checks that what Laurel promises of its data is true. */
export const verifyCommand = (context: CommandContext): Command =>
  new Command('verify')
    .description('check that state, ledger and ranks are what the recorded events lead to')
    .option('--workspace <name>', 'only this one: <tenant>/<environment> or its id')
    .option('--max-differences <number>', 'most differences to tell of each check', positive, SHOWN_PER_CHECK)
    .option('--players-in-memory <number>', 'players held at a time; fewer take longer', positive, PLAYERS_IN_MEMORY)
    .option('--json', 'as JSON, for a machine')
    .addHelpText('after', HELP)
    .action(async (options: VerifyOptions) => (await import('./verify/verify.js')).verify(context, options));
