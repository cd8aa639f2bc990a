import { Text } from '@mantine/core';
import { useSession } from '../../app/session.queries.js';

/** Who did it: you, or the id of a key or of somebody else. */
export function Author({ id }: { readonly id: string }) {
  const { operator } = useSession();
  if (id === operator.id) return <>you</>;
  return (
    <Text span inherit className="mono">
      {id}
    </Text>
  );
}
