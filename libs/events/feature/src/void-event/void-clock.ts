/** Injects the `Clock` that notes when a void was ordered. */
export const VOID_CLOCK = Symbol('laurel.void-clock');
