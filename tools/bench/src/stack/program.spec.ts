import { acceptEvent } from '@laurel/events-domain';
import { releaseProgram, validateProgram } from '@laurel/releases-domain';
import { compileProgram, decide, newPlayer } from '@laurel/scoring-domain';
import { EventSource } from '../load/event-source.ts';
import { benchProgram, measuredBoard } from './program.ts';

/** An event as the load generator posts it, read as the ingestion gateway reads it. */
function acceptedEvent() {
  const load = { batch: 1, players: 10, order: 'random', idPrefix: 'run1' } as const;
  const request = new EventSource({ port: 1, secretKey: 'key' }, load).next();
  const body = JSON.parse(request.slice(request.indexOf('{'))) as unknown;
  const accepted = acceptEvent(body, { now: Date.now(), maxAgeMs: 60_000, newEventId: () => 'minted' });
  if (!accepted.ok) throw new Error(JSON.stringify(accepted.error));
  return accepted.value;
}

function publishedProgram() {
  const valid = validateProgram(benchProgram);
  if (!valid.ok) throw new Error(JSON.stringify(valid.error));
  return compileProgram(1, releaseProgram(valid.value, undefined, 1));
}

describe('the program of the bench', () => {
  it('has 10 rules and 3 boards, one of them the measured one with two tie columns', () => {
    expect(benchProgram.rules).toHaveLength(10);
    expect(benchProgram.leaderboards).toHaveLength(3);
    expect(benchProgram.leaderboards.find(({ key }) => key === measuredBoard)?.ties.columns).toHaveLength(2);
  });

  it('lets an event of the load match 3 rules and change all 3 boards', () => {
    const event = acceptedEvent();
    const now = event.receivedAt;
    const { verdicts, effects } = decide(publishedProgram(), newPlayer('ws', event.playerId, now), event, { now });
    expect(verdicts.filter(({ matched }) => matched).map(({ rule }) => rule)).toEqual(['points', 'kills', 'rating']);
    const boards = effects.flatMap((effect) => (effect.kind === 'standing' ? [effect.board] : []));
    expect(boards.sort()).toEqual(['kills@1', 'points@1', 'rating@1']);
    expect(effects.filter(({ kind }) => kind === 'award')).toHaveLength(1);
  });
});
