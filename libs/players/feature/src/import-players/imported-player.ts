import { type AcceptedEvent, acceptEvent } from '@laurel/events-domain';
import { type DomainError, type FieldProblem, type Result, err, ok, parseInstant } from '@laurel/kernel';
import { httpErrors, readInput } from '@laurel/platform-http';
import type { StatDefinition } from '@laurel/rules-domain';
import { readAmounts } from '../amounts/read-amounts.js';
import { findAttributeProblems } from '../change-player/attribute-problems.js';
import { ImportLineDto } from './import-line.dto.js';

/** A line that may enter the log. */
export interface ImportedPlayer {
  readonly line: ImportLineDto;
  /** ms */
  readonly occurredAt: number;
  readonly balances: Readonly<Record<string, number>>;
  readonly stats: Readonly<Record<string, number>>;
  readonly history: readonly AcceptedEvent[];
}

/** Events of another system may be of any age: nothing can count twice that does not count. */
const ANY_AGE_MS = Number.MAX_SAFE_INTEGER;

/**
 * Checks one line of an import. Error: `http.invalid_input`, with JSON pointers into the line.
 *
 * @param now ms
 * @param statsInForce stats of the release in force, by key
 */
export async function readImportLine(
  input: unknown,
  now: number,
  statsInForce: ReadonlyMap<string, StatDefinition>,
): Promise<Result<ImportedPlayer, DomainError>> {
  const read = await readInput(ImportLineDto, input);
  if (!read.ok) return read;
  const line = read.value;
  const occurredAt = line.occurredAt === undefined ? now : parseInstant(line.occurredAt);
  const balances = readAmounts('/balances', line.balances ?? {}, NOT_NEGATIVE);
  const stats = readAmounts('/stats', line.stats ?? {});
  const history = (line.history ?? []).map((event, index) => readPastEvent(event, index, line.playerId, now));
  const errors = [
    ...findAttributeProblems(line.attributes ?? {}),
    ...(occurredAt === undefined || occurredAt > now ? [NOT_PAST] : []),
    ...balances.problems,
    ...stats.problems,
    ...Object.entries(stats.amounts).flatMap(([key, amount]) => statProblems(key, amount, statsInForce.get(key))),
    ...history.flatMap((event) => (event.ok ? [] : event.error)),
  ];
  if (errors.length > 0 || occurredAt === undefined) {
    return err(httpErrors.invalidInput('See `errors` for what to change.', { errors }));
  }
  return ok({
    line,
    occurredAt,
    balances: balances.amounts,
    stats: stats.amounts,
    history: history.flatMap((event) => (event.ok ? [event.value] : [])),
  });
}

const NOT_NEGATIVE = {
  isRight: (amount: number): boolean => amount >= 0,
  message: 'must be an integer from 0 to 2^53 − 1',
};

const NOT_PAST: FieldProblem = {
  path: '/occurredAt',
  rule: 'past',
  message: 'must be an RFC 3339 date-time with an offset that is not in the future: 2014-05-11T16:00:00Z',
};

function statProblems(key: string, amount: number, stat: StatDefinition | undefined): FieldProblem[] {
  const path = `/stats/${key}`;
  if (!stat) return [{ path, rule: 'reference', message: `there is no stat "${key}" in the release in force` }];
  if (stat.aggregation === 'distinct') {
    return [{ path, rule: 'aggregation', message: 'counts different values, of which an amount does not say which' }];
  }
  if (stat.aggregation !== 'count' || amount >= 0) return [];
  return [{ path, rule: 'amount', message: 'must be 0 or more: the stat counts' }];
}

/** An event of the history is one of the line's player, has an id and a time, and is checked as every event is. */
function readPastEvent(
  input: unknown,
  index: number,
  playerId: string,
  now: number,
): Result<AcceptedEvent, FieldProblem[]> {
  const path = `/history/${index}`;
  if (typeof input !== 'object' || input === null || Array.isArray(input) || 'playerId' in input) {
    return err([{ path, rule: 'event', message: 'must be an event without playerId' }]);
  }
  const missing = ['eventId', 'occurredAt'].filter((name) => !Object.hasOwn(input, name));
  if (missing.length > 0) {
    return err(missing.map((name) => ({ path: `${path}/${name}`, rule: 'required', message: 'is required' })));
  }
  const accepted = acceptEvent({ ...input, playerId }, { now, maxAgeMs: ANY_AGE_MS, newEventId: () => '' });
  if (accepted.ok) return accepted;
  const { errors = [], detail } = accepted.error;
  return err(
    errors.length > 0
      ? errors.map((problem) => ({ ...problem, path: path + problem.path }))
      : [{ path, rule: 'event', message: detail }],
  );
}
