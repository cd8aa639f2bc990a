import type { BoardDefinition } from '@laurel/leaderboards-domain';
import type { RuleDefinition, StatDefinition } from '@laurel/rules-domain';

/** A stat as an operator writes it. */
export type StatDraft = Omit<StatDefinition, 'incarnation'>;

/** A leaderboard as an operator writes it. */
export type BoardDraft = Omit<BoardDefinition, 'incarnation' | 'ties'> & {
  readonly ties?: Partial<BoardDefinition['ties']>;
};

/** The whole configuration of a workspace as one document: what `POST /v1/releases` takes. */
export interface ProgramDocument {
  readonly stats: readonly StatDraft[];
  readonly rules: readonly RuleDefinition[];
  readonly leaderboards: readonly BoardDraft[];
}

/** A program as released: every default written out, every resource with its incarnation. */
export interface ReleasedProgram {
  readonly stats: readonly StatDefinition[];
  readonly rules: readonly RuleDefinition[];
  readonly leaderboards: readonly BoardDefinition[];
}

/** The program of a workspace that has published nothing: every event is recorded and nothing follows. */
export const EMPTY_PROGRAM: ReleasedProgram = { stats: [], rules: [], leaderboards: [] };
