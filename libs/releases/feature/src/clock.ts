/** Injects the `Clock`. */
export const CLOCK = Symbol('laurel.clock');
