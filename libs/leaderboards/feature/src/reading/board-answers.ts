import { Injectable } from '@nestjs/common';
import { type DomainError, type Result, ok } from '@laurel/kernel';
import type { Credential } from '@laurel/platform-auth';
import { BoardDirectory, type BoardRequest } from '../board-directory/board-directory.js';
import type { BoardTarget } from '../board-directory/board-target.js';
import { isPublic } from '../board-directory/is-public.js';
import { BoardReader, type BoardReading } from './board-reader.js';
import type { RankQuestion } from './rank-question.js';

/** What every read of a leaderboard is asked with. */
export interface BoardRead extends BoardRequest {
  readonly workspace: string;
  /** Of the board. */
  readonly key: string;
}

/** Of a credential and a path's key. */
export const boardRead = (credential: Credential, key: string): BoardRead => ({
  workspace: credential.workspace,
  key,
  isPublic: isPublic(credential),
});

/** A reading, and what it is of. */
export interface BoardAnswer {
  readonly target: BoardTarget;
  readonly reading: BoardReading;
}

/** Finds what is asked for and reads it. */
@Injectable()
export class BoardAnswers {
  constructor(
    private readonly directory: BoardDirectory,
    private readonly reader: BoardReader,
  ) {}

  find({ workspace, key, ...request }: BoardRead): Promise<Result<BoardTarget, DomainError>> {
    return this.directory.find(workspace, key, request);
  }

  async read(target: BoardTarget, question: RankQuestion): Promise<BoardAnswer> {
    return { target, reading: await this.reader.read(target, question) };
  }

  async ask(read: BoardRead, question: RankQuestion): Promise<Result<BoardAnswer, DomainError>> {
    const target = await this.find(read);
    return target.ok ? ok(await this.read(target.value, question)) : target;
  }
}
