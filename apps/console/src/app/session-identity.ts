import type { AdminSchemas } from '../api/index.js';

export type Session = AdminSchemas['schemas']['Session'];

/** Where the session is kept among what was asked for. */
export const SESSION_KEY = ['session'] as const;

/** Whose session it is, and for which environment; empty for nobody's. What is shown and watched belongs to one of these. */
export const identityOf = (session: Pick<Session, 'operator' | 'workspace'> | undefined): string =>
  session === undefined ? '' : `${session.operator.id} ${session.workspace}`;
