import { generate } from 'lean-qr';
import { useMemo } from 'react';

export interface QrCodeProps {
  readonly text: string;
  /** What it holds, for who cannot see it. */
  readonly label: string;
}

/** Modules of quiet around the code, which readers need. */
const QUIET = 4;
const SIZE_PX = 200;

/** A QR code. Dark on light in either color scheme: many readers know no other. */
export function QrCode({ text, label }: QrCodeProps) {
  const { size, path } = useMemo(() => drawn(text), [text]);
  return (
    <svg role="img" aria-label={label} width={SIZE_PX} height={SIZE_PX} viewBox={`0 0 ${size} ${size}`}>
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" shapeRendering="crispEdges" />
    </svg>
  );
}

/** One square of the path for each dark module. */
function drawn(text: string): { readonly size: number; readonly path: string } {
  const code = generate(text);
  const at = Array.from({ length: code.size }, (_, place) => place);
  const squares = at.flatMap((y) => at.filter((x) => code.get(x, y)).map((x) => `M${x + QUIET} ${y + QUIET}h1v1h-1z`));
  return { size: code.size + 2 * QUIET, path: squares.join('') };
}
