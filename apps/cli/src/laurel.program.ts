import { Command } from 'commander';
import { clockCommand } from './commands/clock.command.js';
import type { CommandContext } from './commands/command-context.js';
import { deadLetterCommand } from './commands/dead-letter.command.js';
import { importCommand } from './commands/import.command.js';
import { programCommands } from './commands/program.command.js';
import { rebuildRanksCommand } from './commands/rebuild-ranks.command.js';
import { replayCommand } from './commands/replay.command.js';
import { smokeCommand } from './commands/smoke.command.js';
import { verifyCommand } from './commands/verify.command.js';
import type { Output } from './terminal/output.js';

const AFTER_HELP = `
Exit codes: 0 clean, 1 differences found or something refused, 2 used wrongly or a server is not there.
Servers: those of the running "npm start", or LAUREL_KAFKA_BROKERS, LAUREL_MONGO_URL, LAUREL_REDIS_URL and the other names
of docs/configuration.md. pull, diff, push, publish, clock, import and smoke work as any client does, over the gateways of that
"npm start", or LAUREL_INGESTION_URL, LAUREL_ADMIN_URL and LAUREL_QUERY_URL, with the key LAUREL_API_KEY.
For a machine to read: npm run -s laurel -- <command> --json

More about one: npm run laurel -- <command> --help`;

/** The operators' command line. What a command works with is loaded when it runs: `--help` needs none of it. */
export function laurelProgram(output: Output, end: CommandContext['end']): Command {
  const context = { output, end };
  const program = new Command('laurel')
    .description("Laurel's command line for operators: change, look, check, repair.")
    .showHelpAfterError('(add --help to see how it is used)')
    .addHelpText('after', AFTER_HELP);
  for (const command of [
    ...programCommands(context),
    clockCommand(context),
    importCommand(context),
    smokeCommand(context),
    verifyCommand(context),
    deadLetterCommand(context),
    rebuildRanksCommand(context),
    replayCommand(context),
  ])
    program.addCommand(command);
  applyEverywhere(program, output);
  return program;
}

/** Commander hands its settings down only to the commands that it makes itself. */
function applyEverywhere(command: Command, output: Output): void {
  command.exitOverride().configureOutput({
    writeOut: (text) => void output.out.write(text),
    writeErr: (text) => void output.err.write(text),
  });
  for (const child of command.commands) {
    child.showHelpAfterError('(add --help to see how it is used)');
    applyEverywhere(child, output);
  }
}
