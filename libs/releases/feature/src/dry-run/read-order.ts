import { type DomainError, type FieldProblem, type Result, err, ok, parseInstant } from '@laurel/kernel';
import { httpErrors } from '@laurel/platform-http';
import type { EventsOfDryRun } from '@laurel/scoring-domain';
import type { DryRunOrderDto } from './dry-run-order.dto.js';

/** What a dry run is to be of: one event, as it was sent, or recorded ones. */
export type DryRunSubject = { readonly event: object } | { readonly events: EventsOfDryRun };

/**
 * What an order asks for: exactly one thing.
 *
 * @param now end of a range that names none, ms
 * @returns `http.invalid_input` with every problem
 */
export function readSubject(order: DryRunOrderDto, maxEvents: number, now: number): Result<DryRunSubject, DomainError> {
  const problems = problemsOf(order, maxEvents);
  if (problems.length > 0) return err(httpErrors.invalidInput('See `errors` for every problem.', { errors: problems }));
  if (order.event) return ok({ event: order.event });
  if (order.last !== undefined) return ok({ events: { last: order.last } });
  return ok({ events: { from: parseInstant(order.from ?? '') ?? 0, to: endOf(order, now) } });
}

function problemsOf({ event, last, from, to }: DryRunOrderDto, maxEvents: number): FieldProblem[] {
  const named = [event, last, from ?? to].filter((each) => each !== undefined).length;
  if (named !== 1) return [problem('', 'oneOf', 'must have exactly one of event, last, and from (with to)')];
  if (last !== undefined && last > maxEvents) return [problem('/last', 'max', `must not be greater than ${maxEvents}`)];
  if (from === undefined && to !== undefined) return [problem('/from', 'required', 'is required where there is to')];
  const problems = [
    ...(from === undefined || parseInstant(from) !== undefined ? [] : [problem('/from', 'dateTime', NOT_A_TIME)]),
    ...(to === undefined || parseInstant(to) !== undefined ? [] : [problem('/to', 'dateTime', NOT_A_TIME)]),
  ];
  if (problems.length > 0 || from === undefined || to === undefined) return problems;
  return (parseInstant(from) ?? 0) < (parseInstant(to) ?? 0)
    ? []
    : [problem('/to', 'after', 'must be later than from')];
}

const NOT_A_TIME = 'must be an RFC 3339 date-time that exists, with an offset: 2026-11-20T09:30:00Z';

/** A time that was left out ends with now, which is in it. */
const endOf = ({ to }: DryRunOrderDto, now: number): number => (to === undefined ? now + 1 : (parseInstant(to) ?? 0));

const problem = (path: string, rule: string, message: string): FieldProblem => ({ path, rule, message });
