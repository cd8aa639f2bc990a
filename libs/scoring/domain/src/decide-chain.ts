import { MAX_CHAIN_DEPTH, MAX_EMITTED_EVENTS, type DecisionEvent, type Verdict } from '@laurel/rules-domain';
import type { Decided } from './decide.js';
import { type EmitEffect, refuse } from './effects.js';
import { scoringErrors } from './errors.js';
import type { Player } from './player.js';

/** An event that is decided, and how many emitted ones lead to it: none to the one that was sent. */
interface Link {
  readonly event: DecisionEvent;
  readonly depth: number;
}

/**
 * Decides an event and those that rules emit, as if each stood in the log right behind what emitted it and before all that was
 * sent: in the order in which they were emitted, each by the player as the one before it left it. What emitted ones led to
 * names them.
 *
 * Publishing refuses programs whose events lead to too many others; the limits here hold for whatever is decided.
 */
export function decideChain(
  player: Player,
  event: DecisionEvent,
  decideOne: (player: Player, event: DecisionEvent) => Decided,
): Decided {
  const first = decideOne(player, event);
  if (!first.effects.some(({ kind }) => kind === 'emit')) return first;
  const chain = new Chain();
  chain.add({ event, depth: 0 }, first);
  let last = first;
  // Emitted events are added while the queue is walked.
  for (const link of chain.queue) {
    last = decideOne(last.player, link.event);
    if (last.wanted) return last;
    chain.add(link, last);
    // One event: what it leads to is held back with it.
    if (last.heldBack) return { player, verdicts: chain.verdicts, effects: [], heldBack: last.heldBack };
  }
  const { verdicts, effects, claims, seats } = chain;
  return { player: last.player, verdicts, effects, ...(claims ? { claims } : {}), ...(seats ? { seats } : {}) };
}

class Chain {
  readonly queue: Link[] = [];
  readonly verdicts: Verdict[] = [];
  readonly effects: Decided['effects'][number][] = [];
  claims: Decided['claims'];
  seats: Decided['seats'];

  add(link: Link, { verdicts, effects, claims, seats }: Decided): void {
    if (claims) this.claims = { ...this.claims, ...claims };
    if (seats) this.seats = { ...this.seats, ...seats };
    const of = link.depth === 0 ? {} : { event: link.event.eventId };
    for (const verdict of verdicts) this.verdicts.push({ ...verdict, ...of });
    for (const effect of effects) {
      if (effect.kind === 'emit') this.emit(link, effect, of);
      else this.effects.push({ ...effect, ...of });
    }
  }

  private emit(link: Link, effect: EmitEffect, of: { readonly event?: string }): void {
    const depth = link.depth + 1;
    if (depth > MAX_CHAIN_DEPTH || this.queue.length >= MAX_EMITTED_EVENTS) {
      const detail = `${effect.type} is not emitted: chains are at most ${MAX_CHAIN_DEPTH} deep, and ${MAX_EMITTED_EVENTS} events long`;
      this.effects.push({ ...refuse(effect, scoringErrors.chainTooLong.code, detail), ...of });
      return;
    }
    this.effects.push({ ...effect, depth });
    const { event: eventId, type, properties } = effect;
    this.queue.push({ event: { ...link.event, eventId, type, properties }, depth });
  }
}
