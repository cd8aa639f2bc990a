import { type DomainError, type FieldProblem, type Result, err, ok } from '@laurel/kernel';
import { httpErrors } from '@laurel/platform-http';
import type { IncomingFrame } from './frame-reader.js';
import { EVENT_ID, type StreamQueryDto } from './stream-query.dto.js';

const DEFAULT_ROWS = 10;

type Parameter = keyof StreamQueryDto;

/** What every stream may be asked with. */
const OF_ALL: readonly Parameter[] = ['topic', 'ticket', 'lastEventId'];
/** And what else, by what comes before the colon of the topic. */
const BY_TOPIC: ReadonlyMap<string, readonly Parameter[]> = new Map<string, readonly Parameter[]>([
  ['leaderboard', ['window', 'view', 'limit', 'playerId', 'segment']],
  ['feed', ['types', 'statuses', 'playerId', 'rule', 'sample']],
]);

/**
 * The subscribe frame that the parameters of a stream write down. Error: `http.invalid_input`, for what means nothing to the topic.
 *
 * @param lastEventId what the client saw last; the newer of the two ways to say it, as browsers keep the address when they come back
 */
export function frameOfQuery(
  query: StreamQueryDto,
  lastEventId: string | undefined,
): Result<IncomingFrame, DomainError> {
  const { topic, window } = query;
  const errors = [...strangersOf(query), ...needlessOf(query)];
  if (errors.length > 0) return err(httpErrors.invalidInput('See `errors` for every problem.', { errors }));
  const [, epoch, seq] = EVENT_ID.exec(lastEventId ?? query.lastEventId ?? '') ?? [];
  return ok({
    type: 'subscribe',
    topic,
    ...(nameOf(query) === 'leaderboard' ? { view: viewOf(query) } : feedOf(query)),
    ...(window === undefined ? {} : { window }),
    ...(epoch === undefined ? {} : { after: { epoch, seq: Number(seq) } }),
  });
}

const nameOf = ({ topic }: StreamQueryDto): string => topic.split(':', 1)[0] ?? '';

/** Parameters of other topics: who sent them expects them to have an effect. */
function strangersOf(query: StreamQueryDto): FieldProblem[] {
  const name = nameOf(query);
  const taken = [...OF_ALL, ...(BY_TOPIC.get(name) ?? [])];
  const strangers = Object.keys(given({ ...query })).filter((parameter) => !taken.some((own) => own === parameter));
  return strangers.map((parameter) =>
    problem(parameter, 'unknown', `means nothing to the topic ${name}: it takes ${taken.join(', ')}`),
  );
}

const needlessOf = (query: StreamQueryDto): FieldProblem[] =>
  nameOf(query) === 'leaderboard' && query.playerId !== undefined && query.view !== 'around'
    ? [problem('playerId', 'needless', 'goes with `view=around`')]
    : [];

const problem = (parameter: string, rule: string, message: string): FieldProblem => ({
  path: `/${parameter}`,
  rule,
  message,
});

const viewOf = ({ view = 'top', limit, playerId, segment }: StreamQueryDto): object => ({
  kind: view,
  limit: limit === undefined ? DEFAULT_ROWS : Number(limit),
  ...given({ playerId, segment }),
});

function feedOf({ types, statuses, playerId, rule, sample }: StreamQueryDto): object {
  const filter = given({ types: listOf(types), statuses: listOf(statuses), playerId, rule });
  return {
    ...(Object.keys(filter).length === 0 ? {} : { filter }),
    ...(sample === undefined ? {} : { sample: Number(sample) }),
  };
}

const listOf = (text: string | undefined): readonly string[] | undefined => text?.split(',');

const given = (values: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
