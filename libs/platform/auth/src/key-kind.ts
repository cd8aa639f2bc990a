/**
 * What a key is for. `secret`: a server of the workspace's owner, everything. `publishable`: may be read by anyone who has the
 * client that carries it. `restricted`: a server that does one thing.
 */
export const KEY_KINDS = ['secret', 'publishable', 'restricted'] as const;
export type KeyKind = (typeof KEY_KINDS)[number];

/** How a kind is written in a key: a glance at a leaked one tells how bad it is. */
export const KEY_MARKS: Readonly<Record<KeyKind, string>> = { secret: 'sk', publishable: 'pk', restricted: 'rk' };

/** The kind of key that a mark stands for. */
export const kindOfMark = (mark: string): KeyKind | undefined => KEY_KINDS.find((kind) => KEY_MARKS[kind] === mark);
