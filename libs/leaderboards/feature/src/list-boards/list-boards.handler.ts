import { type DomainError, type Result, ok, toIso } from '@laurel/kernel';
import { type BoardDefinition, windowName } from '@laurel/leaderboards-domain';
import { readCursor, writeCursor } from '@laurel/platform-http';
import { Injectable } from '@nestjs/common';
import { BoardDirectory } from '../board-directory/board-directory.js';
import type { BoardTarget } from '../board-directory/board-target.js';
import { describeReading } from '../reading/board-answer.js';
import { BoardAnswers } from '../reading/board-answers.js';
import type { LeaderboardPageDto, ListedBoardDto, RunningWindowDto } from './list-boards.dto.js';

export interface ListBoards {
  readonly workspace: string;
  /** 1 to 100. */
  readonly limit: number;
  readonly cursor?: string;
  /** Part of the key. */
  readonly q?: string;
  /** Whether anyone may be asking: leaderboards for servers are left out then. */
  readonly isPublic: boolean;
}

const KEY = /^[a-z0-9][a-z0-9_-]{0,62}$/;

/** The leaderboards that are in force, with how full their running windows are. */
@Injectable()
export class ListBoardsHandler {
  constructor(
    private readonly directory: BoardDirectory,
    private readonly answers: BoardAnswers,
  ) {}

  /** Error: `http.invalid_input` for a cursor of another list. */
  async execute({
    workspace,
    limit,
    cursor,
    q = '',
    isPublic,
  }: ListBoards): Promise<Result<LeaderboardPageDto, DomainError>> {
    const list = `leaderboards like ${q}`;
    const from = readCursor(list, workspace, cursor, KEY);
    if (!from.ok) return from;
    const after = from.value?.from ?? '';
    const asked = (await this.directory.all(workspace))
      .filter((board) => board.key > after && board.key.includes(q) && !(isPublic && board.serverOnly))
      .sort((left, right) => (left.key < right.key ? -1 : 1));
    const shown = asked.slice(0, limit);
    const last = shown.at(-1);
    const isMore = last && asked.length > limit;
    return ok({
      now: toIso(await this.directory.nowIn(workspace)),
      entries: await this.described(workspace, shown),
      next: isMore ? writeCursor(list, workspace, { towards: 'next', from: last.key }) : null,
    });
  }

  private async described(workspace: string, boards: readonly BoardDefinition[]): Promise<ListedBoardDto[]> {
    const targets = await this.directory.runningOf(workspace, boards);
    const windows = await Promise.all(targets.map(async (target) => ({ target, window: await this.counted(target) })));
    return boards.map((board) => ({
      ...describeBoard(board),
      running: windows.flatMap(({ target, window }) => (target.board.key === board.key ? [window] : [])),
    }));
  }

  private async counted(target: BoardTarget): Promise<RunningWindowDto> {
    const { reading } = await this.answers.read(target, { kind: 'page', start: { kind: 'first' }, limit: 1 });
    const { window, total } = describeReading(target, reading);
    return { ...window, name: target.window.name, total };
  }
}

const describeBoard = (board: BoardDefinition): Omit<ListedBoardDto, 'running'> => ({
  key: board.key,
  stat: board.source.stat,
  aggregation: board.aggregation,
  order: board.order,
  columns: board.ties.columns.map(({ stat, order }) => ({ stat, order })),
  then: board.ties.then,
  numbering: board.numbering ?? 'competition',
  windows: board.windows.map(windowName),
  splits: board.splits ?? [],
  league: board.league?.window ?? null,
  serverOnly: board.serverOnly === true,
});
