import { TABLE_WIDTH, type TableView, renderMatchday, renderTable } from './table-view.ts';

/** Where the demo writes: `process.stdout`, or anything that takes text. */
export interface Output {
  write(text: string): unknown;
  readonly isTTY?: boolean;
  readonly rows?: number;
  readonly columns?: number;
}

/** What the demo shows while a season runs. */
export interface Screen {
  /** Shows the state of things; called as often as something changes. */
  readonly update: (view: TableView) => void;
  /** A matchday has been sent in full. */
  readonly matchdayOver: (view: TableView) => void;
  /** The whole table as it ended. */
  readonly finish: (view: TableView) => void;
  readonly say: (text: string) => void;
  /** Leaves the terminal as it was found. */
  readonly close: () => void;
}

const LOWEST_HEIGHT = 12;
const WHOLE: number = Number.POSITIVE_INFINITY;

/** Draws in place on a terminal that is large enough; else writes a line per matchday and the whole table at the end. */
export function createScreen(out: Output): Screen {
  const { isTTY = false, columns = 80, rows = 24 } = out;
  return isTTY && columns >= TABLE_WIDTH && rows >= LOWEST_HEIGHT ? drawingScreen(out) : plainScreen(out);
}

function plainScreen(out: Output): Screen {
  const line = (text: string): void => {
    out.write(`${text}\n`);
  };
  let lastTrouble: string | undefined;
  return {
    update: ({ trouble }) => {
      if (trouble !== undefined && trouble !== lastTrouble) line(`  ${trouble}`);
      lastTrouble = trouble;
    },
    matchdayOver: (view) => {
      line(renderMatchday(view));
    },
    finish: (view) => {
      line(`\n${renderTable(view, { color: false, height: WHOLE }).join('\n')}`);
    },
    say: line,
    close: () => undefined,
  };
}

function drawingScreen(out: Output): Screen {
  let drawn = 0;
  const draw = (lines: readonly string[]): void => {
    const up = drawn === 0 ? '\x1b[?25l' : `\x1b[${drawn}A`;
    out.write(`${up}${lines.map((text) => `\x1b[2K${text}\n`).join('')}\x1b[J`);
    drawn = lines.length;
  };
  // One line less than the terminal has: the cursor waits below the picture, and a scroll would break drawing in place.
  const height = (): number => (out.rows ?? 24) - 1;
  const update = (view: TableView): void => {
    draw(renderTable(view, { color: true, height: height() }));
  };
  return {
    update,
    matchdayOver: update,
    finish: (view) => {
      draw([]);
      drawn = 0;
      out.write(`${renderTable(view, { color: true, height: WHOLE }).join('\n')}\n`);
    },
    say: (text) => {
      drawn = 0;
      out.write(`${text}\n`);
    },
    close: () => {
      out.write('\x1b[?25h');
    },
  };
}
