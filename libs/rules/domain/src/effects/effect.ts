import type { AttributeValue, Result } from '@laurel/kernel';
import type { Boosted } from '../boosts/boosted.js';
import type { DecisionEvent } from '../decision-event.js';
import type { RulePlayer } from '../rule-player.js';
import type { DefinitionOf } from './effect-kind.js';
import type { EFFECTS } from './effect-registry.js';

/** An effect as written in a program. */
export type EffectDefinition = DefinitionOf<(typeof EFFECTS)[number]>;

/** One change that a rule asks for; the reducers of stats, wallet, boards and profile apply it. */
export type Effect =
  | ({
      readonly kind: 'record';
      readonly rule: string;
      readonly stat: string;
      readonly amount: number;
      /** How many recordings it stands for, which a `count` counts; one when absent. */
      readonly times?: number;
      /** What a `distinct` stat tells apart; absent for others. */
      readonly of?: string;
    } & Boosted)
  | ({
      readonly kind: 'award' | 'spend';
      readonly rule: string;
      readonly currency: string;
      readonly amount: number;
    } & Boosted)
  /** Null takes the attribute away. */
  | {
      readonly kind: 'set';
      readonly rule: string;
      readonly attribute: string;
      readonly value: AttributeValue | null;
    }
  /** An event that follows, decided behind this one. */
  | {
      readonly kind: 'emit';
      readonly rule: string;
      readonly type: string;
      readonly properties: Readonly<Record<string, AttributeValue | null>>;
    };

/** An effect that could not be done for this event: recorded, and the event's other effects stand. */
export interface Refusal {
  readonly kind: 'refused';
  readonly rule: string;
  readonly code: string;
  readonly detail: string;
  /** Id of the emitted event that it is of; absent for the one that was sent. */
  readonly event?: string;
}

/** A compiled effect; its arguments are those of a `Check`. */
export type Produce = (event: DecisionEvent, player: RulePlayer, now: number) => Result<Effect, Refusal>;
