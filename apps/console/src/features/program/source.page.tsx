import { Button, Stack } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { problemOf } from '../../api/index.js';
import { usePermission } from '../../app/session.queries.js';
import { PageHeader, Problem } from '../../ui/index.js';
import { type Json, isObject } from '../../ui/schema-form/index.js';
import { Loaded } from '../../ui/loaded.js';
import { Conflict } from './editor/conflict.js';
import { SourceEditor } from './editor/source-editor.js';
import { useEdited } from './editor/use-edited.js';
import type { Program } from './program.js';
import { type Draft, useDraft, usePutDraft } from './program.queries.js';
import { ProgramTabs } from './program-tabs.js';

/** The whole program as text: to read, to copy, or to replace the draft. */
export function SourcePage() {
  const draft = useDraft();
  return <Loaded query={draft}>{(data) => <Source draft={data} />}</Loaded>;
}

function Source({ draft }: { readonly draft: Draft }) {
  const readOnly = !usePermission('releases:write');
  const present = draft.program as Json;
  const { edited, value, isDirty, change, settle } = useEdited<Json, Json>(draft.revision, present, {});
  const put = usePutDraft();
  // While it is being saved the draft moves on by that.
  const hasMoved = isDirty && !put.isPending && edited !== undefined && edited.revision !== draft.revision;
  const refused = put.error && problemOf(put.error).code !== 'releases.draft_moved' ? put.error : undefined;
  const save = (revision: string) =>
    put.mutate(
      { program: value as Program, revision },
      {
        onSuccess: () => {
          settle();
          notifications.show({ message: 'The draft is replaced.', color: 'green' });
        },
      },
    );
  return (
    <>
      <PageHeader
        title="Source"
        about="The whole draft, as it is kept in files."
        actions={
          !readOnly && (
            <Button
              onClick={() => save(edited?.revision ?? draft.revision)}
              disabled={!isDirty || hasMoved || !isObject(value)}
              loading={put.isPending}
            >
              Replace the draft
            </Button>
          )
        }
      />
      <ProgramTabs active="/program/source" />
      <Stack>
        {hasMoved && (
          <Conflict
            base={edited.base}
            mine={value}
            theirs={present}
            singular="program"
            pending={put.isPending}
            onKeepMine={() => save(draft.revision)}
            onTakeTheirs={settle}
          />
        )}
        {refused && <Problem error={refused} />}
        <SourceEditor label="Source of the draft" value={value} onChange={change} readOnly={readOnly} />
      </Stack>
    </>
  );
}
