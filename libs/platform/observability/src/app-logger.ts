import { Injectable } from '@nestjs/common';
import { Logger } from 'nestjs-pino';

/** Where Nest tells of its own start-up, one line per module and route. */
const START_UP = new Set(['NestFactory', 'InstanceLoader', 'RoutesResolver', 'RouterExplorer', 'NestApplication']);

/** What Nest itself logs through: its start-up chatter is for debugging. */
@Injectable()
export class AppLogger extends Logger {
  override log(message: unknown, ...context: unknown[]): void {
    const from: unknown = context.at(-1);
    if (typeof from === 'string' && START_UP.has(from)) super.debug(message, ...context);
    else super.log(message, ...context);
  }
}
