import type { BoardDefinition, BoardSplit } from './board.js';

type AttributeValue = string | number | boolean;

/** What is asked of a player to know the parts of a board. */
export interface SplitPlayer {
  /** Undefined where the player has none of this key. */
  attribute(key: string): AttributeValue | undefined;
  /** Whether the player is in a saved segment. */
  isIn(segment: string): boolean;
}

/**
 * The parts of a board that a player is in, sorted: for each split by attributes `key:value:value…` with the values
 * percent-encoded, for each split by a segment its key.
 */
export function partsOf(splits: readonly BoardSplit[], player: SplitPlayer): readonly string[] {
  return splits
    .flatMap((split) => {
      if ('segment' in split) return player.isIn(split.segment) ? [split.key] : [];
      const values = split.attributes.map((key) => player.attribute(key));
      return values.some((value) => value === undefined)
        ? []
        : [
            partName(
              split.key,
              values.map((value) => String(value)),
            ),
          ];
    })
    .sort();
}

/** Whether players are in parts of a board: those of its splits, or groups of its league. */
export const hasParts = ({ splits = [], league }: Pick<BoardDefinition, 'splits' | 'league'>): boolean =>
  splits.length > 0 || league !== undefined;

/** Half a character, which has no encoding. */
const LONE_SURROGATE = /\p{Cs}/gu;

/** The name of a part. Values are percent-encoded, so that none holds the separator. */
export const partName = (key: string, values: readonly string[]): string =>
  [key, ...values.map((value) => encodeURIComponent(value.replace(LONE_SURROGATE, '\ufffd')))].join(':');

/**
 * The part of a board that a reader names: as `partsOf` writes it, or with values that are not encoded. Undefined for what the
 * board is not divided by; a part that nobody is in is a part.
 */
export function findPart(splits: readonly BoardSplit[], text: string): string | undefined {
  const [key = '', ...values] = text.split(':');
  const split = splits.find((each) => each.key === key);
  if (!split) return undefined;
  const width = 'segment' in split ? 0 : split.attributes.length;
  return values.length === width ? partName(key, values.map(decoded)) : undefined;
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
