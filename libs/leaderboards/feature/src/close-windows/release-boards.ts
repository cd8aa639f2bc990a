import { joinId } from '@laurel/contracts';
import { type BoardDefinition, boardId } from '@laurel/leaderboards-domain';
import type { ClosingStore, ReleasedBoards } from './closing-store.mongo.js';

const CAPACITY = 1_000;

/** The boards of releases, which never change: kept once they were read. */
export class ReleaseBoards {
  private readonly known = new Map<string, ReleasedBoards>();
  /** By `boardId`. */
  private readonly boards = new WeakMap<ReleasedBoards, ReadonlyMap<string, BoardDefinition>>();

  constructor(private readonly store: ClosingStore) {}

  async get(workspace: string, release: number): Promise<ReleasedBoards | undefined> {
    const key = joinId(workspace, String(release));
    const before = this.known.get(key);
    if (before) return before;
    const found = await this.store.release(workspace, release);
    if (found) this.keep(key, found);
    return found;
  }

  /** @param id `boardId` */
  async board(workspace: string, release: number, id: string): Promise<BoardDefinition | undefined> {
    const released = await this.get(workspace, release);
    return released && this.boards.get(released)?.get(id);
  }

  /**
   * As the release has it that the schedules of the workspace are of.
   *
   * @param id `boardId`
   */
  async current(workspace: string, id: string): Promise<BoardDefinition | undefined> {
    return this.board(workspace, await this.store.releaseOf(workspace), id);
  }

  private keep(key: string, released: ReleasedBoards): void {
    this.known.set(key, released);
    this.boards.set(released, new Map(released.boards.map((board) => [boardId(board), board])));
    const [oldest] = this.known.keys();
    if (this.known.size > CAPACITY && oldest !== undefined) this.known.delete(oldest);
  }
}
