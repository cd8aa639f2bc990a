/** What to check, and with how much memory. */
export interface VerifyScope {
  /** Only this one; all that exist otherwise. */
  readonly workspace?: string | undefined;
  /** Ids of the workspaces that exist. */
  readonly workspaces: ReadonlySet<string>;
  /** Players held in memory at a time; a partition with more is read several times. */
  readonly playersInMemory: number;
}
