import { useBlocker } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import type { Json } from '../../../ui/schema-form/index.js';
import { isSame } from '../program.js';

/** What somebody makes of the draft or a part of it, and what they saw when they began. */
export interface Edited<Value, Present extends Value> {
  /** The draft's. */
  readonly revision: string;
  readonly base: Present | undefined;
  readonly value: Value;
}

const LEAVE = 'Your changes are not saved to the draft. Leave all the same?';

/**
 * An editor's state. While nothing is edited it follows the draft; from the first change on it stands on what was seen then.
 *
 * @param present what is edited, as the draft has it; undefined where it is to be new
 * @param initial what the editor shows then
 */
export function useEdited<Value extends Json, Present extends Value>(
  revision: string,
  present: Present | undefined,
  initial: Value,
) {
  const [edited, setEdited] = useState<Edited<Value, Present>>();
  const value: Value = edited?.value ?? present ?? initial;
  const isDirty = edited !== undefined && !isSame(edited.value, edited.base ?? initial);
  const asks = useRef(false);
  asks.current = isDirty;
  useBlocker({
    shouldBlockFn: () => asks.current && !window.confirm(LEAVE),
    enableBeforeUnload: () => asks.current,
  });
  return {
    edited,
    value,
    isDirty,
    change: (next: Value) =>
      setEdited((before) => ({
        revision: before?.revision ?? revision,
        base: before ? before.base : present,
        value: next,
      })),
    /** Nothing is edited any more, and one may leave. */
    settle: () => {
      asks.current = false;
      setEdited(undefined);
    },
  };
}
