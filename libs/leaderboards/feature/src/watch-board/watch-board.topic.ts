import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type DomainError, type Result, ok } from '@laurel/kernel';
import { reachesBoard } from '@laurel/platform-auth';
import { type LiveRequest, type LiveSubscription, type LiveTopic, LiveTopics } from '@laurel/platform-ws';
import { BoardDirectory } from '../board-directory/board-directory.js';
import { isPublic } from '../board-directory/is-public.js';
import { BoardViews } from './board-views.js';
import { readWatchRequest } from './watch-request.js';

/** `leaderboard:{key}` of the live feed: the rows of a view, and their changes as they happen. */
@Injectable()
export class WatchBoardTopic implements LiveTopic, OnModuleInit {
  readonly name = 'leaderboard';
  readonly permission = 'boards:read';
  readonly authorize = reachesBoard;

  constructor(
    private readonly topics: LiveTopics,
    private readonly directory: BoardDirectory,
    private readonly views: BoardViews,
  ) {}

  onModuleInit(): void {
    this.topics.register(this);
  }

  async subscribe({
    workspace,
    key,
    frame,
    outlet,
    credential,
    joining,
  }: LiveRequest): Promise<Result<LiveSubscription, DomainError>> {
    const request = readWatchRequest(frame);
    if (!request.ok) return request;
    const { window, view } = request.value;
    const watcher = { isPublic: isPublic(credential) };
    const target = await this.directory.find(workspace, key, { window, segment: view.segment, ...watcher });
    if (!target.ok) return target;
    return ok(this.views.watch(target.value, { ...request.value, ...watcher }, outlet, joining));
  }
}
