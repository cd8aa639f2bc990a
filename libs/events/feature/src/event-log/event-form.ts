import type { DomainError, FieldProblem, Result } from '@laurel/kernel';

/** A form in which events are sent other than Laurel's own. */
export interface EventForm {
  /** The event that something sent in this form stands for. */
  readonly read: (input: unknown) => Result<unknown, DomainError>;
  /** A place in that event as the place in what was sent. */
  readonly locate: (problem: FieldProblem) => FieldProblem;
}
