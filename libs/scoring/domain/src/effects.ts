import type { AttributeValue } from '@laurel/kernel';
import type { Boosted, Effect, Refusal } from '@laurel/rules-domain';

/** What a decision changed, with the values after it: enough to explain an event, to project it and to publish it. */
export type DecidedEffect =
  | ({
      readonly kind: 'record';
      readonly rule: string;
      readonly stat: string;
      readonly amount: number;
      /** Under `count`: how many recordings it stands for; one when absent. */
      readonly times?: number;
      readonly value: number;
    } & Boosted)
  | ({
      /** Under `spend` the balance is less by the amount. */
      readonly kind: 'award' | 'spend';
      readonly rule: string;
      readonly currency: string;
      readonly amount: number;
      readonly balance: number;
    } & Boosted)
  | StandingEffect
  | AttributeEffect
  | Refusal;

/** What taking an event back changed; see `RecordedCorrection` of contracts for the meaning of each. */
export type CorrectionEffect =
  /** `stat`: `statId`; null where nothing of it remains. */
  | { readonly kind: 'restatement'; readonly stat: string; readonly value: number | null }
  | { readonly kind: 'reversal'; readonly currency: string; readonly amount: number; readonly balance: number }
  | { readonly kind: 'removal'; readonly board: string; readonly window: string }
  | AttributeEffect
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
}

export const refuse = (effect: Effect, code: string, detail: string): Refusal => ({
  kind: 'refused',
  rule: effect.rule,
  code,
  detail,
});
