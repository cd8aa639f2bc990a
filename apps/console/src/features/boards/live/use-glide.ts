import { type RefObject, useLayoutEffect, useRef } from 'react';

const GLIDE_MS = 450;

const isStill = (): boolean => window.matchMedia('(prefers-reduced-motion: reduce)').matches;

/**
 * Lets a row glide to its place when that is another one, from where it is seen at that moment. Who prefers less motion sees it jump.
 *
 * @param top pixels; the row's style has it as a transform
 */
export function useGlide(row: RefObject<HTMLElement | null>, top: number): void {
  const before = useRef(top);
  const running = useRef<Animation | undefined>(undefined);
  useLayoutEffect(() => {
    const element = row.current;
    const from = before.current;
    before.current = top;
    if (!element || from === top || isStill()) return;
    const isUnderway = running.current?.playState === 'running';
    const start = isUnderway ? new DOMMatrixReadOnly(getComputedStyle(element).transform).m42 : from;
    running.current?.cancel();
    running.current = element.animate(
      [{ transform: `translateY(${start}px)` }, { transform: `translateY(${top}px)` }],
      { duration: GLIDE_MS, easing: 'cubic-bezier(0.2, 0.8, 0.2, 1)' },
    );
  }, [row, top]);
}
