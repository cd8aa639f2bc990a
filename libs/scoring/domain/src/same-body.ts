/** What a client sent under an event id; what the gateway filled in is not part of it. */
export interface SentBody {
  readonly type: string;
  /** ms; undefined when the client sent none */
  readonly sentAt: number | undefined;
  readonly properties: Readonly<Record<string, unknown>>;
}

/** Whether two messages under one id say the same: then the second is a replay, else a conflict. Order of keys is nothing. */
export const sameBody = (left: SentBody, right: SentBody): boolean =>
  left.type === right.type && left.sentAt === right.sentAt && sameJson(left.properties, right.properties);

function sameJson(left: unknown, right: unknown): boolean {
  if (left === right) return true;
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null) return false;
  if (Array.isArray(left) !== Array.isArray(right)) return false;
  const [mine, theirs] = [Object.entries(left), new Map(Object.entries(right))];
  return (
    mine.length === theirs.size && mine.every(([key, value]) => theirs.has(key) && sameJson(value, theirs.get(key)))
  );
}
