import { notifications } from '@mantine/notifications';
import { getRouteApi } from '@tanstack/react-router';
import { usePermission } from '../../../app/session.queries.js';
import { ButtonLink, EmptyState, PageHeader, Problem } from '../../../ui/index.js';
import { Loading } from '../../../ui/loading.js';
import { BoardEditor } from './board-editor.js';
import { useDraft } from './draft.queries.js';
import { editedOf } from './edited-board.js';

const route = getRouteApi('/frame/boards/$key/edit');

/** A leaderboard as the draft has it. */
export function EditBoardPage() {
  const { key } = route.useParams();
  const draft = useDraft();
  const mayEdit = usePermission('releases:write');
  const initial = draft.data && editedOf(draft.data.program, key);
  if (!mayEdit) return <EmptyState title="Your role can’t edit leaderboards">Ask a designer or an admin.</EmptyState>;
  return (
    <>
      <PageHeader
        title={`Edit ${key}`}
        about="As the draft has it. What you change is in force when the draft is published."
        actions={
          <ButtonLink to="/boards/$key" params={{ key }} variant="default">
            Standings
          </ButtonLink>
        }
      />
      {draft.error && !draft.data && <Problem error={draft.error} onRetry={() => void draft.refetch()} />}
      {(draft.isPending || (draft.isFetching && !initial)) && <Loading label="Draft" />}
      {draft.data && !initial && !draft.isFetching && (
        <EmptyState
          title="The draft has no leaderboard of this key"
          action={<ButtonLink to="/boards">All leaderboards</ButtonLink>}
        >
          It was removed from the draft, or never was in it.
        </EmptyState>
      )}
      {draft.data && initial && (
        <BoardEditor
          // What somebody else wrote meanwhile begins the form anew.
          key={draft.data.revision}
          program={draft.data.program}
          revision={draft.data.revision}
          initial={initial}
          isNew={false}
          onSaved={() =>
            notifications.show({ color: 'green', message: 'Saved in the draft. Publish it to put it in force.' })
          }
        />
      )}
    </>
  );
}
