import { ButtonLink, EmptyState } from '../../../ui/index.js';
import type { Kind } from '../kinds.js';

/** In the place of a resource that the draft has not. */
export const Missing = ({ kind, name }: { readonly kind: Kind; readonly name: string }) => (
  <EmptyState
    title={`The draft has no ${kind.singular} “${name}”`}
    action={
      <ButtonLink to="/program/$kind" params={{ kind: kind.path }} variant="default">
        {`All ${kind.plural.toLowerCase()}`}
      </ButtonLink>
    }
  >
    It may have been deleted from the draft, or the draft was discarded. What is in force is under Releases.
  </EmptyState>
);
