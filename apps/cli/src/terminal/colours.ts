import type { TextSink } from './output.js';

const CODES = { red: 31, green: 32, yellow: 33, dim: 2, bold: 1 } as const;

export type Colour = keyof typeof CODES;

/** Colours text where it is shown on a terminal that has colours, and leaves it as it is elsewhere. */
export type Paint = (colour: Colour, text: string) => string;

export function paintFor(sink: TextSink): Paint {
  const coloured = sink.isTTY === true && sink.hasColors?.() === true;
  return (colour, text) => (coloured ? `\u001b[${CODES[colour]}m${text}\u001b[0m` : text);
}
