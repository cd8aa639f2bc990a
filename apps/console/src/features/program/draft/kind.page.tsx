import { Badge, Stack, Text, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { getRouteApi, notFound, useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { usePermission } from '../../../app/session.queries.js';
import { AnchorLink, ButtonLink, type Column, DataTable, EmptyState, PageHeader } from '../../../ui/index.js';
import { Loaded } from '../../../ui/loaded.js';
import { type Kind, kindByPath } from '../kinds.js';
import { type Resource, resourcesOf } from '../program.js';
import { type Diff, type Draft, useDraft, useDraftDiff } from '../program.queries.js';
import { ProgramTabs } from '../program-tabs.js';
import { summaryOf } from './summary.js';

const route = getRouteApi('/frame/program/$kind');

/** All resources of one kind, as the draft has them. */
export function KindPage() {
  const { kind: path } = route.useParams();
  const kind = kindByPath(path);
  if (!kind) throw notFound();
  return <KindContent key={path} kind={kind} />;
}

function KindContent({ kind }: { readonly kind: Kind }) {
  const draft = useDraft();
  const mayWrite = usePermission('releases:write');
  return (
    <>
      <PageHeader
        title={kind.plural}
        about={kind.about}
        actions={
          mayWrite && (
            <ButtonLink to="/program/new/$kind" params={{ kind: kind.path }}>
              {`New ${kind.singular}`}
            </ButtonLink>
          )
        }
      />
      <ProgramTabs active="/program" />
      <Loaded query={draft}>{(data) => <Resources kind={kind} draft={data} />}</Loaded>
    </>
  );
}

function Resources({ kind, draft }: { readonly kind: Kind; readonly draft: Draft }) {
  const navigate = useNavigate();
  const diff = useDraftDiff();
  const [search, setSearch] = useState('');
  const rows = useMemo(() => found(resourcesOf(draft.program, kind), search), [draft.program, kind, search]);
  const columns = useMemo(() => columnsOf(kind, diff.data), [kind, diff.data]);
  return (
    <Stack>
      <TextInput
        aria-label={`Search ${kind.plural.toLowerCase()}`}
        placeholder={`Search ${kind.plural.toLowerCase()}`}
        leftSection={<IconSearch size={16} aria-hidden />}
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
        maw={360}
      />
      <DataTable
        label={kind.plural}
        rows={rows}
        columns={columns}
        rowId={({ key }) => key}
        onRowClick={({ key }) => void navigate({ to: '/program/$kind/$key', params: { kind: kind.path, key } })}
        empty={
          <EmptyState title={search === '' ? `No ${kind.plural.toLowerCase()} yet` : 'Nothing is called that'}>
            {search === '' ? kind.about : 'Search for a part of its key, or of what it says.'}
          </EmptyState>
        }
      />
    </Stack>
  );
}

/** Those whose key, or anything that they say, has the words. */
function found(resources: readonly Resource[], search: string): readonly Resource[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return resources;
  return resources.filter((resource) => {
    const text = JSON.stringify(resource).toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

function columnsOf(kind: Kind, diff: Diff | undefined): readonly Column<Resource>[] {
  const changes = diff?.kinds.find(({ kind: path }) => path === kind.path);
  const added = new Set(changes?.added.map((one) => one['key']));
  const changed = new Set(changes?.changed.map(({ key }) => key));
  return [
    {
      id: 'key',
      header: 'Key',
      cell: ({ key }) => (
        <AnchorLink to="/program/$kind/$key" params={{ kind: kind.path, key }} size="sm">
          {key}
        </AnchorLink>
      ),
    },
    {
      id: 'says',
      header: 'What it says',
      cell: (resource) => (
        <Text size="sm" truncate maw={560} title={summaryOf(kind.path, resource)}>
          {summaryOf(kind.path, resource)}
        </Text>
      ),
    },
    {
      id: 'state',
      header: 'In the draft',
      width: 120,
      cell: ({ key }) =>
        added.has(key) ? (
          <Badge color="green" variant="light">
            new
          </Badge>
        ) : changed.has(key) ? (
          <Badge color="yellow" variant="light">
            changed
          </Badge>
        ) : null,
    },
  ];
}
