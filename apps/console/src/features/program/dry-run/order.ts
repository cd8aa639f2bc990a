import { type Json, isObject } from '../../../ui/schema-form/json-schema.js';
import type { DryRunOrder } from './use-dry-run.js';

/** What events a dry run is of. */
export type Span = 'last' | 'time' | 'event';

export interface OrderForm {
  readonly span: Span;
  readonly last: number;
  /** As the browser's field has them: by the clock of whoever looks. */
  readonly from: string;
  readonly to: string;
  /** JSON. */
  readonly event: string;
  readonly top: number;
  /** Instead of the draft; 0: the draft. */
  readonly release: number;
}

export const FIRST_ORDER: OrderForm = {
  span: 'last',
  last: 1_000,
  from: '',
  to: '',
  event: '{\n  "type": "match_won",\n  "playerId": "ann",\n  "properties": {}\n}',
  top: 10,
  release: 0,
};

/** The order as the API takes it, or what is missing. */
export function orderOf(form: OrderForm): { readonly order: DryRunOrder } | { readonly missing: string } {
  const common = { top: form.top, ...(form.release > 0 ? { release: form.release } : {}) };
  if (form.span === 'last') return { order: { ...common, last: form.last } };
  if (form.span === 'time') {
    if (form.from === '') return { missing: 'Say from when on.' };
    const to = form.to === '' ? {} : { to: instantOf(form.to) };
    return { order: { ...common, from: instantOf(form.from), ...to } };
  }
  const event = parsed(form.event);
  return isObject(event) ? { order: { ...common, event } } : { missing: 'The event is no valid JSON object yet.' };
}

const instantOf = (local: string): string => new Date(local).toISOString();

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}
