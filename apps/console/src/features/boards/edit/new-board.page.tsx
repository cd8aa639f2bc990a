import { notifications } from '@mantine/notifications';
import { useNavigate } from '@tanstack/react-router';
import { usePermission } from '../../../app/session.queries.js';
import { EmptyState, PageHeader, Problem } from '../../../ui/index.js';
import { Loading } from '../../../ui/loading.js';
import { BoardEditor } from './board-editor.js';
import { useDraft } from './draft.queries.js';
import { newBoard } from './edited-board.js';

/** A leaderboard that is not there yet. */
export function NewBoardPage() {
  const draft = useDraft();
  const navigate = useNavigate();
  const mayEdit = usePermission('releases:write');
  const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const saved = (key: string): void => {
    notifications.show({ color: 'green', message: `${key} is in the draft. Publish it to put it in force.` });
    void navigate({ to: '/boards/$key/edit', params: { key } });
  };
  if (!mayEdit) return <EmptyState title="Your role can’t create leaderboards">Ask a designer or an admin.</EmptyState>;
  return (
    <>
      <PageHeader title="Create a leaderboard" about="It is saved in the draft, and in force when that is published." />
      {draft.error && !draft.data && <Problem error={draft.error} onRetry={() => void draft.refetch()} />}
      {draft.isPending && <Loading label="Draft" />}
      {draft.data && (
        <BoardEditor
          key={draft.data.revision}
          program={draft.data.program}
          revision={draft.data.revision}
          initial={newBoard(draft.data.program, timeZone)}
          isNew
          onSaved={saved}
        />
      )}
    </>
  );
}
