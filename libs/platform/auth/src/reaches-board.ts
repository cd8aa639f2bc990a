import { type DomainError, type Result, err, ok } from '@laurel/kernel';
import { authErrors } from './auth.errors.js';
import type { Credential } from './credential.js';

/** Whether a credential that may read boards may read this one. Error: `auth.board_forbidden`. */
export function reachesBoard(credential: Credential, board: string | undefined): Result<void, DomainError> {
  if (credential.kind !== 'player_token' || !credential.boards) return ok(undefined);
  return board !== undefined && credential.boards.includes(board) ? ok(undefined) : err(NOT_THIS_BOARD);
}

const NOT_THIS_BOARD: DomainError = authErrors.boardForbidden('The player token was minted for other boards.');
