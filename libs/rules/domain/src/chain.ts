/** How many emitted events may follow from each other. */
export const MAX_CHAIN_DEPTH = 4;

/** How many emitted events may follow from one that was sent, all in all. */
export const MAX_EMITTED_EVENTS = 50;
