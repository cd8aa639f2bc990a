import { type Numbering, type RankForm, rankForm, sharesRanks } from '@laurel/leaderboards-domain';
import { err, ok } from '@laurel/kernel';
import type { Result } from '@laurel/kernel';
import { isRedisUnavailable, luaScript } from '@laurel/platform-redis';
import type { LuaScript, RedisClient } from '@laurel/platform-redis';
import type { BoardTarget } from '../board-directory/board-target.js';
import { type RankQuestion, type RankSpan, toMillionths } from '../reading/rank-question.js';
import { RankStore } from '../reading/rank-store.js';
import type { PageStart, RankRead } from '../reading/rank-store.js';
import { rankKeys } from './rank-keys.js';
import { parseScattered, parseSlice, readOrdered, readParts, readScattered, readSlice } from './rank-reply.js';
import { someMembers } from './some-members.js';
import { formedWindow } from './window-forms.js';
import {
  AROUND_LUA,
  AROUND_SCORE_LUA,
  PAGE_LUA,
  PERCENTILES_LUA,
  PLAYERS_LUA,
  SPAN_LUA,
  STANDING_LUA,
} from './rank-scripts.lua.js';

const PAGE = luaScript({ name: 'leaderboards.page', lua: PAGE_LUA, parse: parseSlice });
const AROUND = luaScript({ name: 'leaderboards.around', lua: AROUND_LUA, parse: parseSlice });
const AROUND_SCORE = luaScript({ name: 'leaderboards.around_score', lua: AROUND_SCORE_LUA, parse: parseSlice });
const SPAN = luaScript({ name: 'leaderboards.span', lua: SPAN_LUA, parse: parseSlice });
const PLAYERS = luaScript({ name: 'leaderboards.players', lua: PLAYERS_LUA, parse: parseScattered });
const PERCENTILES = luaScript({ name: 'leaderboards.percentiles', lua: PERCENTILES_LUA, parse: parseScattered });
const STANDING = luaScript({ name: 'leaderboards.standing', lua: STANDING_LUA, parse: parseScattered });

/** What every script is told of the window that it reads. */
interface Place {
  readonly form: RankForm;
  readonly numbering: Numbering;
  readonly wantsParts: boolean;
  readonly keys: readonly string[];
  readonly args: readonly (string | number)[];
}

/** Reads ranks from Redis, one script per read. */
export class RedisRankStore extends RankStore {
  /** @param keyPrefix starts the name of every key of this installation */
  constructor(
    private readonly redis: RedisClient,
    private readonly keyPrefix: string,
  ) {
    super();
  }

  override async read(target: BoardTarget, question: RankQuestion): Promise<Result<RankRead, 'unreachable'>> {
    return answered(() => this.ask(placeOf(this.keyPrefix, target, question), question));
  }

  override async parts(target: BoardTarget, beginning: string): Promise<Result<readonly string[], 'unreachable'>> {
    const { workspace, board, window } = target;
    const { split } = rankKeys(this.keyPrefix, workspace, board).window(window.key);
    return answered(() => someMembers(this.redis, split, beginning));
  }

  private async ask(place: Place, question: RankQuestion): Promise<RankRead> {
    const { form, numbering } = place;
    switch (question.kind) {
      case 'page': {
        const args = [question.limit, ...startArgs(question.start)];
        return readSlice(form, numbering, await this.run(PAGE, place, args));
      }
      case 'around':
        return readSlice(form, numbering, await this.run(AROUND, place, [question.limit, question.playerId]));
      case 'around_score': {
        const { from } = form.scoreSpan(question.score, question.score);
        return readSlice(form, numbering, await this.run(AROUND_SCORE, place, [question.limit, from]));
      }
      case 'span': {
        const args = [question.limit, ...startArgs(question.start, ['', '']), ...spanArgs(form, question.span)];
        const reply = await this.run(SPAN, place, args);
        const span = { offset: reply.from, count: reply.to - reply.from };
        return { ...readSlice(form, numbering, reply), span };
      }
      case 'players':
        return readOrdered(form, await this.run(PLAYERS, place, [...new Set(question.playerIds)]));
      case 'percentiles':
        return readScattered(form, await this.run(PERCENTILES, place, question.percents.map(toMillionths)));
      case 'standing': {
        if (!place.wantsParts && numbering !== 'dense') return this.plainStanding(place, question.playerId);
        const reply = await this.run(STANDING, place, [question.playerId]);
        return { ...readScattered(form, reply), better: reply.better, parts: readParts(reply) };
      }
    }
  }

  /** Where no parts are wanted, and a rank says how many rows are better. */
  private async plainStanding(place: Place, playerId: string): Promise<RankRead> {
    const reply = await this.run(AROUND, place, [1, playerId]);
    return { ...readSlice(place.form, place.numbering, reply), better: reply.before, parts: [] };
  }

  private run<Reply>(script: LuaScript<Reply>, { keys, args }: Place, more: readonly (string | number)[]) {
    return script.run(this.redis, keys, [...args, ...more]);
  }
}

async function answered<T>(ask: () => Promise<T>): Promise<Result<T, 'unreachable'>> {
  try {
    return ok(await ask());
  } catch (error) {
    if (isRedisUnavailable(error)) return err('unreachable');
    throw error;
  }
}

function placeOf(keyPrefix: string, { workspace, board, window, part }: BoardTarget, question: RankQuestion): Place {
  const keys = rankKeys(keyPrefix, workspace, board);
  const whole = keys.window(window.key);
  const form = formedWindow(board, window.key)?.form ?? rankForm(board, window);
  const numbering = sharesRanks(board) ? (board.numbering ?? 'competition') : 'ordinal';
  const { ranks, places } = part === undefined ? whole : whole.part(part);
  const wantsParts = question.kind === 'standing' && part === undefined && (board.splits?.length ?? 0) > 0;
  const isPlain = part === undefined && !wantsParts && numbering !== 'dense';
  return {
    form,
    numbering,
    wantsParts,
    keys: [
      ...[keys.positions, ranks, whole.rows],
      ...(isPlain ? [] : [places]),
      ...(part !== undefined || wantsParts ? [whole.ranks] : []),
      ...(wantsParts ? [whole.parts] : []),
    ],
    args: [numbering, form.prefixWidth, board.sizeLimit ?? 0],
  };
}

/** @param none what stands for a sort key where there is none */
function startArgs(start: PageStart, none: readonly string[] = []): readonly (string | number)[] {
  if (start.kind === 'first') return ['first', ...none];
  return start.kind === 'at' ? ['at', start.offset, ''] : [start.kind, start.key.score, start.key.member];
}

function spanArgs(form: RankForm, span: RankSpan): readonly (string | number)[] {
  switch (span.kind) {
    case 'ranks':
      return ['ranks', span.from, span.to];
    case 'scores': {
      const { from, to } = form.scoreSpan(span.min, span.max);
      return ['scores', from, to];
    }
    case 'top':
      return ['top', toMillionths(span.percent)];
  }
}
