/** Rows of a table: a list, or one of which only a part is there. */
export interface Rows<Row> {
  readonly length: number;
  /** Undefined where the row is not there at the moment. */
  at(index: number): Row | undefined;
}
