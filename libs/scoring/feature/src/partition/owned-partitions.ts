/** The partitions that this instance owns now. */
export class OwnedPartitions {
  private readonly owned = new Set<number>();

  taken(partition: number): void {
    this.owned.add(partition);
  }

  left(partition: number): void {
    this.owned.delete(partition);
  }

  has(partition: number): boolean {
    return this.owned.has(partition);
  }
}
