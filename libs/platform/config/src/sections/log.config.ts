import { IsIn } from 'class-validator';
import { Env } from '../env.decorator.js';

export const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

export class LogConfig {
  @Env('LAUREL_LOG_LEVEL', { description: `Least level that is logged: ${LOG_LEVELS.join(', ')}.` })
  @IsIn(LOG_LEVELS)
  readonly level: LogLevel = 'info';
}
