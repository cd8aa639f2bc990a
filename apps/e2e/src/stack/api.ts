import type { LaurelStack } from './laurel-stack.js';

/** An answer with its body read. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Record<string, unknown>;
}

/** The public APIs as one credential sees them. */
export class Api {
  constructor(
    private readonly stack: LaurelStack,
    /** A key or token, or the headers of somebody who is known by others. */
    private readonly credential: string | Readonly<Record<string, string>>,
  ) {}

  sendEvent(event: object): Promise<Answer> {
    return this.call(this.stack.ingestion.url, 'POST', '/v1/events', event);
  }

  /** @param wait seconds to wait for the outcome at most */
  sendAndWait(event: object, wait = 10): Promise<Answer> {
    return this.call(this.stack.ingestion.url, 'POST', '/v1/events', event, { prefer: `wait=${wait}` });
  }

  sendBatch(events: readonly object[]): Promise<Answer> {
    return this.call(this.stack.ingestion.url, 'POST', '/v1/events/batch', events);
  }

  sendCloudEvent(event: object): Promise<Answer> {
    const headers = { 'content-type': 'application/cloudevents+json', prefer: 'wait=10' };
    return this.call(this.stack.ingestion.url, 'POST', '/v1/events', event, headers);
  }

  /** @param receipt of the event's 202, for one that may not be decided yet */
  voidEvent(eventId: string, order: object, receipt = ''): Promise<Answer> {
    const path = `/v1/events/${encodeURIComponent(eventId)}/void`;
    return this.call(this.stack.admin.url, 'POST', receipt === '' ? path : `${path}?receipt=${receipt}`, order);
  }

  publish(program: object, note = 'a test'): Promise<Answer> {
    return this.call(this.stack.admin.url, 'POST', '/v1/releases', { program, note });
  }

  /** `PUT` sets all that is known of a player, `PATCH` some of it. */
  changePlayer(method: 'PUT' | 'PATCH', playerId: string, change: object): Promise<Answer> {
    return this.call(this.stack.admin.url, method, `/v1/players/${encodeURIComponent(playerId)}`, change);
  }

  playerStatus(playerId: string, verb: 'suspend' | 'ban' | 'reinstate', reason: string): Promise<Answer> {
    return this.call(this.stack.admin.url, 'POST', `/v1/players/${encodeURIComponent(playerId)}/${verb}`, { reason });
  }

  /** @param path of the window, with the player */
  join(path: string): Promise<Answer> {
    return this.call(this.stack.ingestion.url, 'POST', path);
  }

  playerToken(playerId: string): Promise<Answer> {
    return this.call(this.stack.admin.url, 'POST', '/v1/player-tokens', { playerId });
  }

  claimGrant(playerId: string, grantId: string): Promise<Answer> {
    return this.call(this.stack.ingestion.url, 'POST', `/v1/players/${playerId}/grants/${grantId}/claim`);
  }

  /** Players as lines of an import. */
  import(id: string, players: readonly object[]): Promise<Answer> {
    return this.importText(id, players.map((player) => JSON.stringify(player)).join('\n'));
  }

  importText(id: string, lines: string): Promise<Answer> {
    const headers = { 'content-type': 'application/x-ndjson' };
    return this.call(this.stack.admin.url, 'POST', `/v1/imports/${encodeURIComponent(id)}/players`, lines, headers);
  }

  admin(path: string): Promise<Answer> {
    return this.call(this.stack.admin.url, 'GET', path);
  }

  /** A write to the admin gateway; a merge patch by PATCH. */
  edit(
    method: 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    path: string,
    body?: object,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Answer> {
    const type = method === 'PATCH' ? 'application/merge-patch+json' : 'application/json';
    const typed = body === undefined ? headers : { 'content-type': type, ...headers };
    return this.call(this.stack.admin.url, method, path, body, typed);
  }

  /** @param url whole, of any instance */
  get(url: string): Promise<Answer> {
    return this.call('', 'GET', url);
  }

  query(path: string): Promise<Answer> {
    return this.call(this.stack.query.url, 'GET', path);
  }

  private async call(
    base: string,
    method: string,
    path: string,
    body?: unknown,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Answer> {
    const response = await fetch(`${base}${path}`, {
      method,
      headers: {
        ...(typeof this.credential === 'string' ? { authorization: `Bearer ${this.credential}` } : this.credential),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      body: text ? (JSON.parse(text) as Answer['body']) : {},
    };
  }
}
