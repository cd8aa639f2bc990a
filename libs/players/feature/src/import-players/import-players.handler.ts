import {
  type EventMessage,
  type ImportPlayerCommand,
  type Topics,
  type UpdatePlayerCommand,
  importCommandId,
  playerCommandId,
  playerKey,
} from '@laurel/contracts';
import type { Clock, DomainError, FieldProblem, Result } from '@laurel/kernel';
import { WorkspaceClocks, err, ok, ordinaryTime } from '@laurel/kernel';
import { type Lines, httpErrors } from '@laurel/platform-http';
import { KafkaProducer, TOPICS } from '@laurel/platform-kafka';
import { Inject, Injectable, Optional } from '@nestjs/common';
import { profileMessage } from '../change-player/change-player.handler.js';
import { PlayerStore } from '../get-player/player-store.js';
import { PLAYERS_CLOCK } from '../order-change/order-change.handler.js';
import { ImportStore } from './import-store.js';
import { type ImportedPlayer, readImportLine } from './imported-player.js';

/** Lines of one request. */
export const MAX_IMPORT_LINES = 1_000;

export interface ImportPlayers {
  readonly workspace: string;
  readonly importId: string;
  /** Id of the key that imports. */
  readonly by: string;
  readonly lines: Lines['lines'];
}

/** A line that was not taken; the others are. */
export interface RefusedLine {
  /** From 1, blank lines left out. */
  readonly line: number;
  readonly code: string;
  readonly detail: string;
  readonly errors: readonly FieldProblem[];
}

export interface ImportedLines {
  readonly accepted: number;
  readonly rejected: readonly RefusedLine[];
}

type ImportMessage = EventMessage | UpdatePlayerCommand | ImportPlayerCommand;

/**
 * Puts the players of an import into the log, each under the ids of the import: whatever is sent again, because an answer was
 * lost or the sender died, is a duplicate and changes nothing.
 */
@Injectable()
export class ImportPlayersHandler {
  constructor(
    private readonly players: PlayerStore,
    private readonly imports: ImportStore,
    @Inject(KafkaProducer) private readonly producer: Pick<KafkaProducer, 'send'>,
    @Inject(TOPICS) private readonly topics: Topics,
    @Inject(PLAYERS_CLOCK) private readonly clock: Clock,
    @Optional() @Inject(WorkspaceClocks) private readonly clocks: WorkspaceClocks = ordinaryTime,
  ) {}

  /** Errors: `http.invalid_input`, `kafka.unavailable`. */
  async handle({ workspace, importId, by, lines }: ImportPlayers): Promise<Result<ImportedLines, DomainError>> {
    if (lines.length === 0) {
      const errors = [{ path: '', rule: 'minItems', message: 'must hold at least one line' }];
      return err(httpErrors.invalidInput('There is nothing to import.', { errors }));
    }
    const now = this.clock.now();
    const there = now + (await this.clocks.latestOffsetMs(workspace));
    const stats = new Map((await this.players.statsOf(workspace)).map((stat) => [stat.key, stat]));
    const read = await Promise.all(
      lines.map(async (line) => (line.ok ? readImportLine(line.value, there, stats) : line)),
    );
    const taken = read.flatMap((line) => (line.ok ? [line.value] : []));
    const messages = taken.flatMap((player) => messagesOf(player, { workspace, importId, by, now }));
    const sent = await this.producer.send(
      this.topics.events,
      messages.map((message) => ({ key: playerKey(workspace, message.playerId), value: JSON.stringify(message) })),
    );
    if (!sent.ok) return sent;
    const last = new Map<number, number>();
    for (const { partition, offset } of sent.value) last.set(partition, Math.max(offset, last.get(partition) ?? 0));
    const rejected = read.flatMap((line, index) => (line.ok ? [] : [refusal(index + 1, line.error)]));
    await this.imports.add(workspace, importId, {
      ...{ by, at: now, last },
      ...{ accepted: taken.length, rejected: rejected.length },
    });
    return ok({ accepted: taken.length, rejected });
  }
}

const refusal = (line: number, { code, detail, errors = [] }: DomainError): RefusedLine => ({
  line,
  code,
  detail,
  errors,
});

/** In the order in which they are carried out: who the player is, what there was, what came of it. */
function messagesOf(
  { line, occurredAt, balances, stats, history }: ImportedPlayer,
  { workspace, importId, by, now }: Pick<ImportPlayers, 'workspace' | 'importId' | 'by'> & { readonly now: number },
): ImportMessage[] {
  const { playerId } = line;
  const head = { v: 1, workspace, playerId, receivedAt: now } as const;
  const change = profileMessage('merge', line);
  const hasTotals = Object.keys(balances).length + Object.keys(stats).length > 0;
  // A player of whom nothing else is said is created by an empty change.
  const saysWho = Object.keys(change).length > 1 || (!hasTotals && history.length === 0);
  const commandId = playerCommandId('import', importId);
  return [
    ...(saysWho
      ? [{ ...head, kind: 'command' as const, command: 'update_player' as const, commandId, by, change }]
      : []),
    ...history.map((event) => ({ v: 1, kind: 'event', workspace, ...event, imported: true }) as const),
    ...(hasTotals
      ? [
          {
            ...{ ...head, kind: 'command' as const, command: 'import_player' as const },
            ...{ commandId: importCommandId(importId), importId, by, occurredAt, stats, balances },
          },
        ]
      : []),
  ];
}
