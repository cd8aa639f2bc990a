/** Injects the `Clock` of the use cases. */
export const CLOCK = Symbol('laurel.tenancy.clock');
