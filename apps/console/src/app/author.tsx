import { Text } from '@mantine/core';
import { useNames } from './names.queries.js';
import { useSession } from './session.queries.js';

/** Who did it: you, the name of somebody else or of a key, or the id where you may not see whose it is. */
export function Author({ id }: { readonly id: string }) {
  const { operator } = useSession();
  const name = useNames().get(id);
  if (id === operator.id) return <>you</>;
  return (
    <Text span inherit title={id} {...(name === undefined ? { className: 'mono' } : {})}>
      {name ?? id}
    </Text>
  );
}
