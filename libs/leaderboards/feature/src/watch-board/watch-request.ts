import type { LiveView } from '@laurel/contracts';
import { type DomainError, type Result, err, ok } from '@laurel/kernel';
import type { IncomingFrame } from '@laurel/platform-ws';
import { boardReadErrors } from '../errors.js';

/** What a subscribe frame asks of a leaderboard. */
export interface WatchRequest {
  readonly window?: string;
  readonly view: LiveView;
}

const MOST_ROWS = 100;
const LONGEST_PLAYER_ID = 128;
const LONGEST_SEGMENT = 512;

export function readWatchRequest({ window, view }: IncomingFrame): Result<WatchRequest, DomainError> {
  if (window !== undefined && typeof window !== 'string') return refuse('`window` is the key or name of a window.');
  const read = readView(view);
  return read.ok ? ok({ view: read.value, ...(window === undefined ? {} : { window }) }) : read;
}

function readView(view: unknown): Result<LiveView, DomainError> {
  if (typeof view !== 'object' || view === null) return refuse('`view` is an object with a `kind`.');
  const { kind, limit, playerId, segment } = view as Readonly<Record<string, unknown>>;
  if (!isLimit(limit)) return refuse(`\`view.limit\` is a whole number from 1 to ${MOST_ROWS}.`);
  if (segment !== undefined && !isSegment(segment)) return refuse('`view.segment` is the name of a segment.');
  const rows = segment === undefined ? { limit } : { limit, segment };
  if (kind === 'top') return ok({ kind, ...rows });
  if (kind !== 'around') return refuse('`view.kind` is `top` or `around`.');
  return isPlayerId(playerId) ? ok({ kind, ...rows, playerId }) : refuse('`view.playerId` is the id of a player.');
}

const isLimit = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= MOST_ROWS;

const isSegment = (value: unknown): value is string =>
  typeof value === 'string' && value !== '' && value.length <= LONGEST_SEGMENT;

const isPlayerId = (value: unknown): value is string =>
  typeof value === 'string' && value !== '' && value.length <= LONGEST_PLAYER_ID;

const refuse = (detail: string): Result<never, DomainError> => err(boardReadErrors.invalidView(detail));
