import { createContext, useContext } from 'react';
import type { EditedBoard, PlacedProblem, ProgramDoc } from './edited-board.js';
import { getAt } from './pointer.js';

export interface BoardForm {
  readonly edited: EditedBoard;
  /** Of the draft: what can be referred to. */
  readonly program: ProgramDoc;
  readonly problems: readonly PlacedProblem[];
  /** Puts another value at a JSON pointer into what is edited; undefined takes it away. */
  readonly set: (pointer: string, value: unknown) => void;
}

export const BoardFormContext = createContext<BoardForm | undefined>(undefined);

export function useBoardForm(): BoardForm {
  const form = useContext(BoardFormContext);
  if (!form) throw new Error('a field of a leaderboard is outside of its form');
  return form;
}

/** The value at a pointer, what is wrong with it, and how to change it. */
export function useField(at: string): { value: unknown; error: string | undefined; change: (value: unknown) => void } {
  const { edited, problems, set } = useBoardForm();
  const own = problems.filter(({ path }) => path === at).map(({ message }) => message);
  return {
    value: getAt(edited, at),
    error: own.length > 0 ? own.join('; ') : undefined,
    change: (value) => set(at, value),
  };
}
