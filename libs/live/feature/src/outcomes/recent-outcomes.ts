/** What is kept of each workspace, bytes of messages: a few hundred outcomes. The latest message is kept whatever its size. */
const KEPT_BYTES = 128 * 1024;
/** Workspaces of which anything is kept: those that were heard of last. */
const KEPT_WORKSPACES = 64;

/** The latest messages of each workspace, unread: what a feed begins with. */
export class RecentOutcomes {
  private readonly byWorkspace = new Map<string, { values: Buffer[]; bytes: number }>();

  /** Oldest first. */
  of(workspace: string): readonly Buffer[] {
    return this.byWorkspace.get(workspace)?.values ?? [];
  }

  remember(workspace: string, value: Buffer): void {
    const kept = this.byWorkspace.get(workspace) ?? { values: [], bytes: 0 };
    // Copied: it is a piece of everything that came in one fetch, which could not go while the piece is kept.
    kept.values.push(Buffer.from(value));
    kept.bytes += value.length;
    while (kept.bytes > KEPT_BYTES && kept.values.length > 1) kept.bytes -= kept.values.shift()?.length ?? 0;
    this.byWorkspace.delete(workspace);
    this.byWorkspace.set(workspace, kept);
    for (const [longestSilent] of this.byWorkspace) {
      if (this.byWorkspace.size <= KEPT_WORKSPACES) return;
      this.byWorkspace.delete(longestSilent);
    }
  }
}
