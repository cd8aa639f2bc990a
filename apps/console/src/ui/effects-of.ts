import type { FeedEntry } from '@laurel/sdk';
import type { QuerySchemas } from '../api/index.js';

/** As an answer has it, or the live feed. */
export type Effect = QuerySchemas['schemas']['RecordedEventDto']['effects'][number] | FeedEntry['effects'][number];

const SHOWN = 3;

/** What an event led to, in a line. */
export function effectsOf(effects: readonly Effect[]): string {
  const told = effects.map(tell);
  const more = told.length - SHOWN;
  return [...told.slice(0, SHOWN), ...(more > 0 ? [`${more} more`] : [])].join(', ');
}

const signed = (amount: number): string => (amount < 0 ? String(amount) : `+${amount}`);

/** What an effect is, in a few words. */
export function tell(effect: Effect): string {
  switch (effect.kind) {
    case 'record':
      return `${effect.stat} ${signed(effect.amount)}`;
    case 'award':
      return `${effect.currency} ${signed(effect.amount)}`;
    case 'spend':
      return `${effect.currency} ${signed(-effect.amount)}`;
    case 'reversal':
      return `${effect.currency} ${signed(effect.amount)}`;
    case 'standing':
      return `${effect.board} ${effect.window}: ${effect.score}`;
    case 'removal':
      return `off ${effect.board} ${effect.window}`;
    case 'set':
      return `${effect.attribute} = ${String(effect.value)}`;
    case 'title':
      return `title ${effect.title}`;
    case 'item':
      return `${effect.item} ${signed(effect.quantity)}`;
    case 'emit':
      return `event ${effect.type}`;
    case 'restatement':
      return `${effect.stat} is ${effect.value ?? 'gone'}`;
    case 'handed_over':
      return `handed over to ${effect.into}`;
    case 'refused':
      return `refused: ${effect.code}`;
  }
}
