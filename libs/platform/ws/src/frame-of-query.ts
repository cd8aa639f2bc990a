import type { IncomingFrame } from './frame-reader.js';
import { EVENT_ID, type StreamQueryDto } from './stream-query.dto.js';

const DEFAULT_ROWS = 10;

/**
 * The subscribe frame that the parameters of a stream write down.
 *
 * @param lastEventId what the client saw last; the newer of the two ways to say it, as browsers keep the address when they come back
 */
export function frameOfQuery(query: StreamQueryDto, lastEventId: string | undefined): IncomingFrame {
  const { topic, window } = query;
  const [, epoch, seq] = EVENT_ID.exec(lastEventId ?? query.lastEventId ?? '') ?? [];
  return {
    type: 'subscribe',
    topic,
    ...(topic.startsWith('leaderboard:') ? { view: viewOf(query) } : feedOf(query)),
    ...(window === undefined ? {} : { window }),
    ...(epoch === undefined ? {} : { after: { epoch, seq: Number(seq) } }),
  };
}

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
