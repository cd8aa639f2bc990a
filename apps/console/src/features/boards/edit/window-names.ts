import type { Doc } from './edited-board.js';
import { useField } from './form.context.js';

/** Names of the windows, as they are defined now. */
export const useWindowNames = (): readonly string[] => useWindows().map(nameOf);

/** Names of those that recur: a league goes by one of them. */
export const useRecurringNames = (): readonly string[] =>
  useWindows()
    .filter(({ kind }) => kind !== 'all' && kind !== 'season')
    .map(nameOf);

function useWindows(): readonly Doc[] {
  const { value } = useField('/board/windows');
  return Array.isArray(value) ? (value as readonly Doc[]) : [];
}

const nameOf = ({ kind, name, key, days }: Doc): string =>
  String(kind === 'season' ? key : (name ?? (kind === 'every' ? `${String(days)}d` : kind)));
