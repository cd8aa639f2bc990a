import { type LedgerEntry, joinId } from '@laurel/contracts';
import type { Long } from 'mongodb';
import { playerKey64 } from './event-key.js';

export const LEDGER_PAGES_COLLECTION = 'ledgerPages';

/** Movements of one workspace that one batch of one partition made, in their order. */
export interface LedgerPageDocument {
  /** workspace, partition, epoch, offset of the batch, number within it */
  readonly _id: string;
  readonly workspace: string;
  readonly partition: number;
  readonly epoch: number;
  /** Offset of the last message of the batch. */
  readonly offset: number;
  /** `playerKey64` of each player, once. */
  readonly players: readonly Long[];
  readonly entries: readonly Omit<LedgerEntry, 'workspace'>[];
}

/** Entries in a page: some 200 bytes each. */
const MAX_PAGE_ENTRIES = 5_000;

/** Puts the ledger entries of a batch into pages, one per workspace, more where there are many. */
export function encodeLedgerPages(
  position: { readonly partition: number; readonly epoch: number; readonly offset: number },
  entries: readonly LedgerEntry[],
): LedgerPageDocument[] {
  const byWorkspace = new Map<string, Omit<LedgerEntry, 'workspace'>[]>();
  for (const { workspace, ...entry } of entries) {
    const own = byWorkspace.get(workspace) ?? [];
    byWorkspace.set(workspace, own);
    own.push(entry);
  }
  return Array.from(byWorkspace).flatMap(([workspace, own]) =>
    chunks(own).map((page, index) => ({
      _id: joinId(
        workspace,
        String(position.partition),
        String(position.epoch),
        String(position.offset),
        String(index),
      ),
      workspace,
      partition: position.partition,
      epoch: position.epoch,
      offset: position.offset,
      players: Array.from(new Set(page.map(({ playerId }) => playerId)), (id) => playerKey64(workspace, id)),
      entries: page,
    })),
  );
}

function chunks<T>(all: readonly T[]): T[][] {
  const pages: T[][] = [];
  for (let at = 0; at < all.length; at += MAX_PAGE_ENTRIES) pages.push(all.slice(at, at + MAX_PAGE_ENTRIES));
  return pages;
}
