import { useBlocker } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import type { JsonObject } from '../../../ui/schema-form/index.js';
import { type Resource, isSame } from '../program.js';

/** What somebody makes of a resource, and what they saw when they began. */
export interface Edited {
  /** The draft's. */
  readonly revision: string;
  readonly base: Resource | undefined;
  readonly value: JsonObject;
}

const LEAVE = 'Your changes are not saved to the draft. Leave all the same?';

/**
 * An editor's state. While nothing is edited it follows the draft; from the first change on it stands on what was seen then.
 *
 * @param present the resource as the draft has it; undefined where it is to be new
 * @param initial what the editor shows then
 */
export function useEdited(revision: string, present: Resource | undefined, initial: JsonObject) {
  const [edited, setEdited] = useState<Edited>();
  const value = edited?.value ?? present ?? initial;
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
    change: (next: JsonObject) =>
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
