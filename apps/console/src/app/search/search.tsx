import { ActionIcon, Button, Kbd } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { Spotlight, type SpotlightActionData, spotlight } from '@mantine/spotlight';
import { IconSearch } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { type KeyboardEvent, useState } from 'react';
import { answerOf, queryApi } from '../../api/index.js';
import type { Session } from '../session.queries.js';
import { type SearchHit, searchHits } from './search-hits.js';

/** In the header: the same as the key `/`. */
export const SearchButton = () => (
  <>
    <Button
      visibleFrom="sm"
      variant="default"
      size="xs"
      leftSection={<IconSearch size={14} aria-hidden />}
      rightSection={<Kbd size="xs">/</Kbd>}
      onClick={spotlight.open}
    >
      Search
    </Button>
    <ActionIcon hiddenFrom="sm" variant="default" size="lg" onClick={spotlight.open} aria-label="Search">
      <IconSearch size={18} aria-hidden />
    </ActionIcon>
  </>
);

const MOST_BOARDS = 8;

/** Areas by name, leaderboards by key, players and events by id. */
export function Search({ session }: { readonly session: Session }) {
  const [text, setText] = useState('');
  const [opened, setOpened] = useState(false);
  const [q] = useDebouncedValue(text.trim().toLowerCase(), 150);
  const router = useRouter();
  const boards = useQuery({
    queryKey: ['search', 'boards', q],
    queryFn: () =>
      answerOf(
        queryApi.GET('/v1/leaderboards', { params: { query: { limit: MOST_BOARDS, ...(q === '' ? {} : { q }) } } }),
      ),
    enabled: opened && session.permissions.includes('boards:read'),
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  });
  const hits = searchHits(text, session.permissions, boards.data?.entries ?? []);
  const actionOf = ({ id, label, about, href }: SearchHit): SpotlightActionData => ({
    ...{ id, label, description: about },
    onClick: () => router.history.push(href),
  });
  const groups = [...new Set(hits.map(({ group }) => group))];
  const actions = groups.map((group) => ({
    group,
    actions: hits.filter((hit) => hit.group === group).map(actionOf),
  }));
  // The list may come after what was typed, and then nothing of it is selected: Enter leads to the first all the same.
  const goToFirst = ({ key }: KeyboardEvent): void => {
    const [first] = hits;
    if (key !== 'Enter' || !first || document.querySelector('[data-selected]')) return;
    spotlight.close();
    router.history.push(first.href);
  };
  return (
    <Spotlight
      actions={actions}
      attributes={{ content: { 'aria-label': 'Search' } }}
      query={text}
      onQueryChange={setText}
      onSpotlightOpen={() => setOpened(true)}
      filter={(_query, all) => all}
      shortcut={['mod + K']}
      nothingFound="Nothing has this name. Paste an id to go to a player or an event."
      searchProps={{
        placeholder: 'Areas, leaderboards, players and events by id',
        'aria-label': 'Search',
        onKeyDown: goToFirst,
      }}
      scrollable
      maxHeight={420}
      radius="md"
    />
  );
}
