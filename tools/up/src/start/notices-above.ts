/** The part of a terminal that the demo draws on. */
export interface Output {
  write(text: string): unknown;
  readonly isTTY: boolean;
  readonly rows: number;
  readonly columns: number;
}

export interface SharedTerminal {
  /** For whoever draws a picture again and again in place. */
  readonly picture: Output;
  /** Prints a line that stays: above the picture where there is one. */
  readonly line: (text: string) => void;
  /** Prints what has waited for a picture that is not drawn any more. */
  readonly flush: () => void;
}

/** How a picture that is drawn in place begins the first time. */
const hideCursor = '\u001b[?25l';

/** "Move the cursor up n lines": how a picture that is drawn in place begins anew. */
const backToTop = new RegExp(`^${String.fromCharCode(27)}\\[(\\d+)A`);

/**
 * Lets lines and a picture share a terminal. A line printed below a picture would be overwritten by half at its next
 * redraw; so it waits for that redraw, takes the place of the picture's top, and the picture follows below.
 */
export function shareTerminal(out: NodeJS.WriteStream): SharedTerminal {
  let drawing = false;
  let waiting: string[] = [];
  const write = (text: string): unknown => {
    const [up, height] = backToTop.exec(text) ?? [];
    drawing = out.isTTY && (drawing || up !== undefined || text.startsWith(hideCursor));
    if (waiting.length === 0 || (drawing && up === undefined)) return out.write(text);
    const lines = waiting.map((line) => `${line}\n`).join('');
    waiting = [];
    const clear = up === undefined ? '' : `\u001b[${height}A\u001b[J`;
    return out.write(`${clear}${lines}${text.slice(up?.length ?? 0)}`);
  };
  const flush = (): void => {
    drawing = false;
    for (const line of waiting) out.write(`${line}\n`);
    waiting = [];
  };
  return {
    picture: {
      write,
      isTTY: out.isTTY,
      get rows() {
        return out.rows;
      },
      get columns() {
        return out.columns;
      },
    },
    line: (text) => {
      if (drawing) waiting.push(text);
      else out.write(`${text}\n`);
    },
    flush,
  };
}
