import { describeRefusal } from '../../gateways/describe-refusal.js';
import type { Answer, Call, Gateway } from '../../gateways/gateway.js';
import { liveSnapshot } from './live-snapshot.js';
import { CheckFailed, type SmokeCheck, type SmokeRun } from './smoke-check.js';

/** The one player of every smoke test: it is all that one leaves behind, with its events. */
export const SMOKE_PLAYER = 'laurel-smoke-test';
/** A type of its own, so that no rule is about it. */
export const SMOKE_TYPE = 'laurel_smoke_test';

const WAIT_SECONDS = 10;
const PLAYER = `/v1/players/${SMOKE_PLAYER}`;

/** What a client of each gateway does, in the order in which one builds on the other. */
export const SMOKE_CHECKS: readonly SmokeCheck[] = [
  ...(['ingestion', 'admin', 'query'] as const).flatMap((gateway) => [ready(gateway), closed(gateway)]),
  {
    gateway: 'ingestion',
    what: 'takes an event, which is decided',
    hint: 'A refusal names its page in docs/errors. If it was taken and not decided: does the scoring service run, and is its /health/ready 200?',
    check: async (run) => {
      const event = { eventId: run.eventId, type: SMOKE_TYPE, playerId: SMOKE_PLAYER };
      const { body } = await expectStatus([200, 202], run.ingestion, {
        method: 'POST',
        path: '/v1/events',
        body: event,
        headers: { prefer: `wait=${WAIT_SECONDS}` },
      });
      run.sent = true;
      if (body['status'] === 'processed') return `decided by release ${String(body['release'])}`;
      throw new CheckFailed(`${String(body['status'])}, but not decided within ${WAIT_SECONDS} s`);
    },
  },
  {
    gateway: 'query',
    what: 'reads the event back',
    hint: 'Do ingestion, scoring and query name the same Kafka, MongoDB and prefixes?',
    skip: ({ sent }) => (sent ? undefined : 'no event was taken'),
    check: async ({ query, eventId }) => {
      const path = `/v1/events/${eventId}?playerId=${SMOKE_PLAYER}`;
      const { body } = await expectStatus([200], query, { method: 'GET', path });
      if (body['status'] === 'processed') return 'processed';
      throw new CheckFailed(`its status is ${String(body['status'])}`);
    },
  },
  {
    gateway: 'admin',
    what: 'shows the release in force',
    hint: 'Does the key have releases:read? A secret key has everything.',
    check: async (run) => {
      const { body } = await expectStatus([200], run.admin, { method: 'GET', path: '/v1/draft' });
      const latest = Number(body['latest']);
      if (latest === 0) return 'none is published';
      const release = await expectStatus([200], run.admin, { method: 'GET', path: `/v1/releases/${latest}` });
      const { leaderboards } = release.body['program'] as {
        readonly leaderboards: readonly { readonly key: string }[];
      };
      run.board = leaderboards[0]?.key;
      return `release ${latest}`;
    },
  },
  {
    gateway: 'admin',
    what: 'mints a player token',
    hint: 'Does the key have player_tokens:write, and the admin gateway LAUREL_PLAYER_TOKEN_PRIVATE_KEY?',
    check: async (run) => {
      const call: Call = {
        method: 'POST',
        path: '/v1/player-tokens',
        body: { playerId: SMOKE_PLAYER, expiresInSeconds: 60 },
      };
      const { body } = await expectStatus([201], run.admin, call);
      run.token = String(body['token']);
      return 'for a minute';
    },
  },
  {
    gateway: 'query',
    what: 'shows the player to its token',
    hint: 'Do the gateways name the two halves of one pair of player token keys?',
    skip: ({ token, sent }) => (token === undefined ? 'no token was minted' : sent ? undefined : 'no event was taken'),
    check: async ({ query, token }) => {
      await expectStatus([200], query.as(token), { method: 'GET', path: PLAYER });
      return SMOKE_PLAYER;
    },
  },
  {
    gateway: 'query',
    what: 'shows the token no other player',
    hint: 'This must not be: stop the gateway, and report it.',
    skip: withToken,
    check: async ({ query, token }) => {
      const { status } = await expectStatus([403, 404], query.as(token), { method: 'GET', path: `${PLAYER}-other` });
      return `refused with ${status}`;
    },
  },
  {
    gateway: 'query',
    what: 'reads a leaderboard',
    hint: 'Is the query gateway’s Redis that of the scoring service? While ranks are warming, try again.',
    skip: withBoard,
    check: async ({ query, token, board }) => {
      const { body } = await expectStatus([200], query.as(token), {
        method: 'GET',
        path: `/v1/leaderboards/${board}?limit=1`,
      });
      return `${board}, ${String(body['total'])} rows`;
    },
  },
  {
    gateway: 'query',
    what: 'shows a leaderboard live',
    hint: 'Do all proxies on the way let WebSockets through to /v1/live?',
    skip: withBoard,
    check: async ({ liveUrl, token = '', board = '' }) => {
      const { warming, total } = await liveSnapshot(liveUrl, token, board);
      return warming ? `${board}, warming` : `${board}, ${String(total)} rows`;
    },
  },
];

function ready(gateway: SmokeCheck['gateway']): SmokeCheck {
  return {
    gateway,
    what: 'is ready',
    hint: 'Is the address right? /health/ready of the service names what it waits for.',
    check: async (run) => {
      const { status, body } = await run[gateway].call({ method: 'GET', path: '/health/ready' });
      if (status === 200 && body['status'] === 'ready') return 'ready';
      throw new CheckFailed(`HTTP ${status}${typeof body['status'] === 'string' ? `, ${body['status']}` : ''}`);
    },
  };
}

const GUARDED: Readonly<Record<SmokeCheck['gateway'], Call>> = {
  ingestion: { method: 'POST', path: '/v1/events', body: { eventId: 'x', type: SMOKE_TYPE, playerId: SMOKE_PLAYER } },
  admin: { method: 'GET', path: '/v1/draft' },
  query: { method: 'GET', path: PLAYER },
};

function closed(gateway: SmokeCheck['gateway']): SmokeCheck {
  return {
    gateway,
    what: 'refuses who has no credential',
    hint: 'Is it Laurel that answers there, and does no proxy on the way add a credential?',
    check: async (run) => {
      const { status } = await expectStatus([401], run[gateway].as(undefined), GUARDED[gateway]);
      return `refused with ${status}`;
    },
  };
}

function withToken({ token }: SmokeRun): string | undefined {
  return token === undefined ? 'no token was minted' : undefined;
}

function withBoard(run: SmokeRun): string | undefined {
  return withToken(run) ?? (run.board === undefined ? 'no leaderboard is published' : undefined);
}

async function expectStatus(expected: readonly number[], gateway: Gateway, call: Call): Promise<Answer> {
  const answer = await gateway.call(call);
  if (expected.includes(answer.status)) return answer;
  throw new CheckFailed(answer.status < 400 ? `HTTP ${answer.status}` : describeRefusal(answer));
}
