import type { AttributeValue } from '@laurel/kernel';
import type { HandedOver } from './merge/handed-over.js';
import type { Boosted, Effect, Refusal } from '@laurel/rules-domain';

/**
 * What a decision changed, with the values after it: enough to explain an event, to project it and to publish it. `event` names the emitted
 * event that it is of, and is absent for the one that was sent.
 */
export type DecidedEffect =
  | ({
      readonly kind: 'record';
      readonly rule: string;
      readonly stat: string;
      readonly amount: number;
      /** Under `count`: how many recordings it stands for; one when absent. */
      readonly times?: number;
      readonly value: number;
      readonly event?: string;
    } & Boosted)
  | ({
      /** Under `spend` the balance is less by the amount. */
      readonly kind: 'award' | 'spend';
      readonly rule: string;
      readonly currency: string;
      readonly amount: number;
      readonly balance: number;
      readonly event?: string;
    } & Boosted)
  | StandingEffect
  | AttributeEffect
  | HoldingEffect
  | EmitEffect
  | Refusal;

/** What a player has beside amounts. The rule is empty where no grant gave or took it. */
export type HoldingEffect =
  /** `times`: how often it was given and not taken back; 0 where the player has it no more. */
  | {
      readonly kind: 'title';
      readonly rule: string;
      readonly title: string;
      readonly times: number;
      readonly event?: string;
    }
  /** `quantity`: less than 0 where it was taken; `count`: afterwards. */
  | {
      readonly kind: 'item';
      readonly rule: string;
      readonly item: string;
      readonly quantity: number;
      readonly count: number;
      readonly event?: string;
    };

/** What goes over to another player. `passedOn`: how many players had passed it on before. */
export interface HandOverEffect {
  readonly kind: 'handed_over';
  readonly into: string;
  readonly passedOn: number;
  readonly what: HandedOver;
}

/**
 * What taking an event back, filling what begins, or a merge changed; see `RecordedCorrection` of contracts for the meaning of each.
 */
export type CorrectionEffect =
  /** `stat`: `statId`; null where nothing of it remains. */
  | { readonly kind: 'restatement'; readonly stat: string; readonly value: number | null }
  | { readonly kind: 'reversal'; readonly currency: string; readonly amount: number; readonly balance: number }
  | { readonly kind: 'removal'; readonly board: string; readonly window: string }
  | HandOverEffect
  | AttributeEffect
  | HoldingEffect
  | StandingEffect;

/** An attribute as it is now; null where the player has it no more. */
export interface AttributeEffect {
  readonly kind: 'set';
  /** Empty where a void changed it. */
  readonly rule: string;
  readonly attribute: string;
  readonly value: AttributeValue | null;
  /** Absent where the player did not have it. */
  readonly before?: AttributeValue;
  readonly event?: string;
}

/** An event that followed. */
export interface EmitEffect {
  readonly kind: 'emit';
  readonly rule: string;
  /** Id of the event that was emitted: `<id of what emitted it>~<rule>~<number within the rule>`. */
  readonly event: string;
  readonly type: string;
  readonly properties: Readonly<Record<string, AttributeValue | null>>;
  /** 1 for what followed from the event that was sent. */
  readonly depth: number;
}

/** A player's entry in one window of one board, absolute. */
export interface StandingEffect {
  readonly kind: 'standing';
  /** `boardId` */
  readonly board: string;
  readonly window: string;
  readonly score: number;
  readonly columns: readonly number[];
  readonly reachedAt: number;
  readonly event?: string;
}

export const standingOf = (
  board: string,
  window: string,
  { score, columns, reachedAt }: Pick<StandingEffect, 'score' | 'columns' | 'reachedAt'>,
): StandingEffect => ({ kind: 'standing', board, window, score, columns, reachedAt });

export const isRefusal = <E extends { readonly kind: string }>(effect: E | Refusal): effect is Refusal =>
  effect.kind === 'refused';

export const refuse = (effect: Effect, code: string, detail: string): Refusal => ({
  kind: 'refused',
  rule: effect.rule,
  code,
  detail,
});
