import type { components as Ingestion } from '../generated/ingestion-gateway.js';
import type { operations } from '../generated/query-gateway.js';
import type { Answer, Asked, RequestOptions } from '../http/operation.js';
import { type Transport, pathPart } from '../http/transport.js';

type Reads = operations;

/** Reads what players have. */
export class Players {
  constructor(private readonly transport: Transport) {}

  /** Profile, stats, balances, titles and items. */
  get(playerId: string, options: RequestOptions = {}): Promise<Answer<Reads['getPlayer']>> {
    return this.transport.get(pathOf(playerId), {}, options);
  }

  /** The standings on every leaderboard, one for each window that runs. */
  leaderboards(playerId: string, options: RequestOptions = {}): Promise<Answer<Reads['getPlayerLeaderboards']>> {
    return this.transport.get(`${pathOf(playerId)}/leaderboards`, {}, options);
  }

  /** Players by name, status or attributes. */
  list(query: Asked<Reads['listPlayers']> = {}, options: RequestOptions = {}): Promise<Answer<Reads['listPlayers']>> {
    const { attributes = {}, ...others } = query;
    const wanted = Object.entries(attributes).map(([key, value]) => [`attribute.${key}`, value] as const);
    return this.transport.get('/v1/players', { ...others, ...Object.fromEntries<string>(wanted) }, options);
  }

  /** What a player was granted, the latest first. */
  grants(
    playerId: string,
    query: Asked<Reads['listPlayerGrants']> = {},
    options: RequestOptions = {},
  ): Promise<Answer<Reads['listPlayerGrants']>> {
    return this.transport.get(`${pathOf(playerId)}/grants`, query, options);
  }

  /** Takes what a grant gives that waits to be claimed; it is paid a moment later. */
  async claim(
    playerId: string,
    grantId: string,
    { signal }: RequestOptions = {},
  ): Promise<Ingestion['schemas']['Grant']> {
    const path = `${pathOf(playerId)}/grants/${pathPart(grantId)}/claim`;
    const { body } = await this.transport.send({ gateway: 'ingestion', method: 'POST', path, signal });
    return body as Ingestion['schemas']['Grant'];
  }
}

const pathOf = (playerId: string): string => `/v1/players/${pathPart(playerId)}`;
