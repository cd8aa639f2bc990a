import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { ConfirmByName } from '../../../ui/index.js';
import type { Kind } from '../kinds.js';
import { useDeleteResource } from '../program.queries.js';

export interface DeleteResourceProps {
  readonly kind: Kind;
  readonly name: string;
  readonly revision: string;
  readonly onDeleted: () => void;
}

/** Takes a resource out of the draft, for whoever types its key. */
export function DeleteResource({ kind, name, revision, onDeleted }: DeleteResourceProps) {
  const [opened, setOpened] = useState(false);
  const navigate = useNavigate();
  const remove = useDeleteResource();
  const confirm = () =>
    remove.mutate(
      { kind, key: name, revision },
      {
        onSuccess: () => {
          onDeleted();
          void navigate({ to: '/program/$kind', params: { kind: kind.path } });
        },
      },
    );
  return (
    <>
      <Button variant="default" color="red" onClick={() => setOpened(true)}>
        Delete
      </Button>
      <ConfirmByName
        opened={opened}
        onClose={() => setOpened(false)}
        title={`Delete the ${kind.singular}`}
        name={name}
        action="Delete from the draft"
        pending={remove.isPending}
        error={remove.error}
        onConfirm={confirm}
      >
        It is taken out of the draft. What players have of it ends when that is published, and not before.
      </ConfirmByName>
    </>
  );
}
