/** Something to write text to; a terminal shows what moves. */
export interface TextSink {
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
  /** Whether it shows colours; a terminal asks the environment too (`NO_COLOR`). */
  hasColors?(): boolean;
  write(text: string): unknown;
}

/** Results go to `out`, which may be piped; progress and problems to `err`. */
export interface Output {
  readonly out: TextSink;
  readonly err: TextSink;
}

export const printLine = ({ out }: Output, text = ''): void => void out.write(`${text}\n`);

export const printJson = ({ out }: Output, value: unknown): void =>
  void out.write(`${JSON.stringify(value, undefined, 2)}\n`);
