export { EVENT_PAGES_COLLECTION, decodeEventPage, recordsOfPage, encodeEventPages } from './event-page.js';
export type { EventPageDocument, StoredPage } from './event-page.js';
export { EventStore } from './event-store.js';
export type { EventIdentity } from './event-store.js';
export { eventStoreIndexes } from './event-store.indexes.js';
export { LEDGER_PAGES_COLLECTION } from './ledger-page.js';
export type { LedgerPageDocument } from './ledger-page.js';
export { newerFirst } from './newest-first.js';
export type { NewestFirst, RecordPosition } from './newest-first.js';
