import type { EventRecord, LedgerEntry } from '@laurel/contracts';
import { type DomainError, type Result, ok, toIso } from '@laurel/kernel';
import { Injectable } from '@nestjs/common';
import { GetPlayerHandler } from '../get-player/get-player.handler.js';
import type { PlayerDto } from '../get-player/get-player.dto.js';
import { PlayerHistory } from './player-history.js';

/** Everything that is held of a player, as lines of JSON. */
@Injectable()
export class ExportPlayerHandler {
  constructor(
    private readonly players: GetPlayerHandler,
    private readonly history: PlayerHistory,
  ) {}

  /**
   * The lines are read as they are asked for: who reads slowly slows the reading down, and little is held in memory.
   *
   * Error: `players.not_found`.
   */
  async execute(workspace: string, playerId: string): Promise<Result<AsyncGenerator<string>, DomainError>> {
    const player = await this.players.execute(workspace, playerId);
    return player.ok ? ok(this.lines(workspace, player.value)) : player;
  }

  private async *lines(workspace: string, player: PlayerDto): AsyncGenerator<string> {
    let lines = 1;
    yield lineOf('player', player);
    for await (const entry of this.history.ledgerOf(workspace, player.playerId)) {
      lines += 1;
      yield lineOf('ledger', describeEntry(entry));
    }
    for await (const record of this.history.eventsOf(workspace, player.playerId)) {
      lines += 1;
      yield lineOf('event', describeRecord(record));
    }
    // Whoever finds no end has not got everything.
    yield lineOf('end', { lines });
  }
}

const lineOf = (kind: string, content: object): string => `${JSON.stringify({ kind, ...content })}\n`;

const describeEntry = ({ workspace: _, at, ...entry }: LedgerEntry): object => ({ ...entry, at: toIso(at) });

/** With what was sent, and what it led to. */
const describeRecord = (record: EventRecord): object => {
  const { workspace: _, partition: __, epoch: ___, offset: ____, occurredAt, receivedAt, decidedAt, ...rest } = record;
  return { ...rest, occurredAt: toIso(occurredAt), receivedAt: toIso(receivedAt), decidedAt: toIso(decidedAt) };
};
