import { Alert, Button, Code, Grid, Group, List, Stack, Tabs, Text, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { type ReactNode, useMemo, useState } from 'react';
import { problemOf } from '../../../api/index.js';
import { ButtonLink, Problem } from '../../../ui/index.js';
import { inWords } from '../../../ui/problem-words.js';
import { reloadDraft, useSaveDraft, useValidation } from './draft.queries.js';
import { type EditedBoard, type ProgramDoc, areNamed, placed, problemsOf, writesOf } from './edited-board.js';
import { type BoardForm, BoardFormContext } from './form.context.js';
import './board-editor.css';
import { JsonTab } from './json-tab.js';
import { PartFields, RuleFields } from './more-fields.js';
import { setAt } from './pointer.js';
import { RankingFields } from './ranking-fields.js';
import { RewardFields } from './reward-fields.js';
import { WindowFields } from './window-fields.js';
import { WindowPreview } from './window-preview.js';

export interface BoardEditorProps {
  readonly program: ProgramDoc;
  /** Of the draft. */
  readonly revision: string;
  /** What it begins with; not in the draft yet where it is new. */
  readonly initial: EditedBoard;
  readonly isNew: boolean;
  /** Saved in the draft under this key. */
  readonly onSaved: (key: string) => void;
}

/** Edits a leaderboard with its windows and rewards, checked as one types, and saves it in the draft. */
export function BoardEditor({ program, revision, initial, isNew, onSaved }: BoardEditorProps) {
  const [edited, setEdited] = useState(initial);
  const before = isNew ? undefined : initial;
  const [checked] = useDebouncedValue(edited, 350);
  const place = useMemo(() => placed(program, before, checked), [program, before, checked]);
  const validation = useValidation(place.program);
  const found = validation.data?.problems ?? [];
  const problems = problemsOf(
    found.map((problem) => ({ path: problem.path, message: inWords(problem) })),
    place,
  );
  const saving = useSaveDraft(revision);
  const writes = writesOf(before, edited);
  const isNamed = areNamed(writes);
  const form: BoardForm = {
    ...{ edited, program, problems },
    set: (pointer, value) => setEdited((now) => follow(setAt(now, pointer, value), now)),
  };
  const save = (): void => saving.mutate(writes, { onSuccess: () => onSaved(String(edited.board['key'])) });
  return (
    <BoardFormContext value={form}>
      <Grid gap="xl">
        <Grid.Col span={{ base: 12, lg: 8 }}>
          <Tabs defaultValue="form" keepMounted={false}>
            <Tabs.List mb="md">
              <Tabs.Tab value="form">Form</Tabs.Tab>
              <Tabs.Tab value="rewards">Rewards</Tabs.Tab>
              <Tabs.Tab value="json">JSON</Tabs.Tab>
            </Tabs.List>
            <Tabs.Panel value="form">
              <Stack gap="xl">
                <Section title="Ranking">
                  <RankingFields isNew={isNew} />
                </Section>
                <Section title="Windows">
                  <WindowFields />
                </Section>
                <Section title="Parts and groups">
                  <PartFields />
                </Section>
                <Section title="Rules">
                  <RuleFields />
                </Section>
              </Stack>
            </Tabs.Panel>
            <Tabs.Panel value="rewards">
              <RewardFields />
            </Tabs.Panel>
            <Tabs.Panel value="json">
              <JsonTab />
            </Tabs.Panel>
          </Tabs>
        </Grid.Col>
        <Grid.Col span={{ base: 12, lg: 4 }}>
          <Stack className="board-editor-side">
            <WindowPreview />
            <Findings form={form} isChecking={validation.isFetching} error={validation.error} />
            {validation.data?.warnings.map(({ key, message }) => (
              <Alert key={`${key} ${message}`} color="yellow" title={key}>
                {message}
              </Alert>
            ))}
            {saving.error && <NotSaved error={saving.error} />}
            <Group>
              <Button onClick={save} loading={saving.isPending} disabled={writes.length === 0 || !isNamed}>
                Save in the draft
              </Button>
              <ButtonLink to="/program" variant="default">
                Publish …
              </ButtonLink>
            </Group>
            <Text size="xs" c="dimmed">
              {hintOf(writes.length > 0, isNamed)}
            </Text>
          </Stack>
        </Grid.Col>
      </Grid>
    </BoardFormContext>
  );
}

function hintOf(isChanged: boolean, isNamed: boolean): string {
  if (!isChanged) return 'Nothing is changed.';
  return isNamed
    ? 'Nothing is in force before the draft is published.'
    : 'Give the leaderboard, its rewards and its reward schedules their keys to save it.';
}

/** Schedules of a leaderboard follow its key while it is still new. */
function follow(next: EditedBoard, before: EditedBoard): EditedBoard {
  const { key } = next.board;
  if (key === before.board['key']) return next;
  return { ...next, schedules: next.schedules.map((schedule) => ({ ...schedule, leaderboard: key })) };
}

const Section = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <section aria-label={title}>
    <Title order={2} size="h5" mb="sm">
      {title}
    </Title>
    {children}
  </section>
);

/** Nothing that was typed is lost: it is still in the form. */
function NotSaved({ error }: { readonly error: unknown }) {
  if (problemOf(error).code !== 'releases.draft_moved') return <Problem error={error} />;
  return (
    <Alert color="red" title="Somebody else changed the draft" role="alert">
      <Stack gap="xs" align="flex-start">
        <Text size="sm">
          Nothing of theirs was overwritten. Copy what you changed from the JSON tab, load the draft as it is now, and
          paste it there.
        </Text>
        <Button size="xs" variant="default" onClick={() => void reloadDraft()}>
          Load the draft again
        </Button>
      </Stack>
    </Alert>
  );
}

interface FindingsProps {
  readonly form: BoardForm;
  readonly isChecking: boolean;
  readonly error: unknown;
}

/** Everything that keeps it from being published, wherever its field is. */
function Findings({ form: { problems }, isChecking, error }: FindingsProps) {
  if (error) return <Problem error={error} />;
  if (problems.length === 0) {
    return (
      <Text size="sm" role="status">
        {isChecking ? 'Checking …' : 'Nothing is wrong with it.'}
      </Text>
    );
  }
  return (
    <Alert
      color="orange"
      title={problems.length === 1 ? 'One thing is to be put right' : `${problems.length} things are to be put right`}
      role="status"
    >
      <List size="sm">
        {problems.map(({ path, message }) => (
          <List.Item key={`${path} ${message}`}>
            <Code>{path.replace(/^\/board/, '') || '/'}</Code> {message}
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}
