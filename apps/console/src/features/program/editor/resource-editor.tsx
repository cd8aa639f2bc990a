import { Badge, Button, Group, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useNavigate } from '@tanstack/react-router';
import { problemOf } from '../../../api/index.js';
import { usePermission } from '../../../app/session.queries.js';
import { PageHeader, Problem } from '../../../ui/index.js';
import { type JsonObject, textOf } from '../../../ui/schema-form/index.js';
import type { Kind } from '../kinds.js';
import { type Resource, findResource } from '../program.js';
import { type Design, type Draft, useSaveResource } from '../program.queries.js';
import { ProgramTabs } from '../program-tabs.js';
import { Conflict } from './conflict.js';
import { DeleteResource } from './delete-resource.js';
import { EditorTabs } from './editor-tabs.js';
import { Missing } from './missing.js';
import { ProblemList } from './problem-list.js';
import { useEdited } from './use-edited.js';
import { useProblems } from './use-problems.js';

export interface ResourceEditorProps {
  readonly kind: Kind;
  readonly design: Design;
  readonly draft: Draft;
  /** Its key; undefined where it is to be new. */
  readonly name: string | undefined;
  readonly initial: JsonObject;
}

const NONE: readonly never[] = [];

/** Edits one resource: a form, or its source. What is wrong is told as one types. */
export function ResourceEditor({ kind, name, design, draft, initial }: ResourceEditorProps) {
  const present = name === undefined ? undefined : findResource(draft.program, kind, name);
  const isNew = name === undefined;
  const readOnly = !usePermission('releases:write');
  const { edited, value, isDirty, change, settle } = useEdited(draft.revision, present, initial);
  const checked = useProblems(kind, draft, value, isNew);
  // Nobody has said anything yet.
  const isUntouched = isNew && !isDirty;
  const problems = isUntouched ? NONE : checked.problems;
  const { save, error, isPending } = useSave(kind, value, isNew, settle);
  const key = typeof value['key'] === 'string' ? value['key'] : '';
  // While it is being saved the draft moves on by that.
  const hasMoved = isDirty && !isPending && edited !== undefined && edited.revision !== draft.revision;
  const refused = error && problemOf(error).code !== 'releases.draft_moved' ? error : undefined;
  // What somebody else deleted stays in sight of who is editing it.
  if (name !== undefined && !present && !edited) return <Missing kind={kind} name={name} />;
  return (
    <>
      <PageHeader
        title={isNew ? `New ${kind.singular}` : key}
        about={kind.about}
        actions={
          !readOnly && (
            <>
              {present && (
                <DeleteResource kind={kind} name={present.key} revision={draft.revision} onDeleted={settle} />
              )}
              {isDirty && (
                <Button variant="default" onClick={settle}>
                  Undo changes
                </Button>
              )}
              <Button
                onClick={() => save(edited?.revision ?? draft.revision)}
                disabled={(!isDirty && !isNew) || key === '' || hasMoved}
                loading={isPending}
              >
                Save to draft
              </Button>
            </>
          )
        }
      />
      <ProgramTabs active="/program" />
      <Stack>
        {hasMoved && (
          <Conflict
            base={edited.base}
            mine={value}
            theirs={findResource(draft.program, kind, key)}
            singular={kind.singular}
            pending={isPending}
            onKeepMine={() => save(draft.revision)}
            onTakeTheirs={settle}
          />
        )}
        {refused !== undefined && <Problem error={refused} />}
        <ProblemList problems={problems} elsewhere={checked.elsewhere} />
        {!isUntouched && <Status isDirty={isDirty} isChecking={checked.isChecking} problems={problems.length} />}
        <EditorTabs
          kind={kind}
          design={design}
          program={draft.program}
          value={value}
          onChange={change}
          problems={problems}
          isNew={isNew}
          readOnly={readOnly}
        />
      </Stack>
    </>
  );
}

function useSave(kind: Kind, value: JsonObject, isNew: boolean, settle: () => void) {
  const navigate = useNavigate();
  const { mutate, error, isPending } = useSaveResource();
  const key = textOf(value['key']);
  const save = (revision: string) =>
    mutate(
      { kind, key, revision, resource: value as Resource },
      {
        onSuccess: () => {
          settle();
          notifications.show({
            message: `Saved to the draft. It decides nothing until it is published.`,
            color: 'green',
          });
          if (isNew) void navigate({ to: '/program/$kind/$key', params: { kind: kind.path, key }, replace: true });
        },
      },
    );
  return { save, error, isPending };
}

interface StatusProps {
  readonly isDirty: boolean;
  readonly isChecking: boolean;
  readonly problems: number;
}

const Status = ({ isDirty, isChecking, problems }: StatusProps) => (
  <Group gap="xs" role="status">
    {isDirty && (
      <Badge color="yellow" variant="light">
        not saved
      </Badge>
    )}
    <Text size="sm" c="dimmed">
      {isChecking ? 'Checking …' : problems === 0 ? 'Nothing is wrong with it.' : ''}
    </Text>
  </Group>
);
