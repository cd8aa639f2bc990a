import { Command } from 'commander';
import { withKey } from '../gateways/client-options.js';
import { duration, instant } from './arguments.js';
import type { ClockOptions } from './clock/clock.js';
import type { CommandContext } from './command-context.js';

const HELP = `
A dev workspace can have a clock of its own, so that a season ends in a minute. Before anything is recorded it is set to any time,
once; later it only goes forward. Windows of leaderboards that end by then close.

Examples:
  npm run laurel -- clock show
  npm run laurel -- clock set 2014-08-16T12:00:00Z
  npm run laurel -- clock advance 7d

Exit codes: 0 it is so, 1 refused, 2 used wrongly or the gateway is not there.`;

/** The test clock of a workspace, over the admin gateway's public API. */
export function clockCommand(context: CommandContext): Command {
  const command = new Command('clock').description('show, set or advance the clock of a dev workspace');
  for (const each of [
    clockOf('show', 'what time it is in the workspace').action(async (options: ClockOptions) =>
      (await import('./clock/clock.js')).showClock(context, options),
    ),
    clockOf('set', 'set it to a time')
      .argument('<time>', 'a day (2014-08-16), or a time with its offset', instant)
      .action(async (now: number, options: ClockOptions) =>
        (await import('./clock/clock.js')).moveClock(context, options, { now }),
      ),
    clockOf('advance', 'let it go on by a time')
      .argument('<duration>', 'such as 90s, 30m, 36h, 7d or 2w', duration)
      .action(async (seconds: number, options: ClockOptions) =>
        (await import('./clock/clock.js')).moveClock(context, options, { seconds }),
      ),
  ]) {
    command.addCommand(each);
  }
  return command.addHelpText('after', HELP);
}

const clockOf = (name: string, description: string): Command =>
  withKey(
    new Command(name)
      .description(description)
      .option('--api <url>', 'address of the admin gateway; otherwise LAUREL_ADMIN_URL, or that of "npm start"')
      .option('--json', 'as JSON, for a machine'),
  );
