import { Button, Stack } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { usePermission } from '../../app/session.queries.js';
import { PageHeader, Problem } from '../../ui/index.js';
import { type Json, isObject } from '../../ui/schema-form/index.js';
import { SourceEditor } from './editor/source-editor.js';
import { Loaded } from '../../ui/loaded.js';
import { type Program, isSame } from './program.js';
import { type Draft, useDraft, usePutDraft } from './program.queries.js';
import { ProgramTabs } from './program-tabs.js';

/** The whole program as text: to read, to copy, or to replace the draft. */
export function SourcePage() {
  const draft = useDraft();
  return <Loaded query={draft}>{(data) => <Source key={data.revision} draft={data} />}</Loaded>;
}

function Source({ draft }: { readonly draft: Draft }) {
  const readOnly = !usePermission('releases:write');
  const [value, setValue] = useState<Json>(draft.program as Json);
  const put = usePutDraft();
  const isDirty = !isSame(value, draft.program);
  const save = () =>
    put.mutate(
      { program: value as Program, revision: draft.revision },
      { onSuccess: () => notifications.show({ message: 'The draft is replaced.', color: 'green' }) },
    );
  return (
    <>
      <PageHeader
        title="Source"
        about="The whole draft, as it is kept in files."
        actions={
          !readOnly && (
            <Button onClick={save} disabled={!isDirty || !isObject(value)} loading={put.isPending}>
              Replace the draft
            </Button>
          )
        }
      />
      <ProgramTabs active="/program/source" />
      <Stack>
        {put.error && <Problem error={put.error} />}
        <SourceEditor label="Source of the draft" value={value} onChange={setValue} readOnly={readOnly} />
      </Stack>
    </>
  );
}
