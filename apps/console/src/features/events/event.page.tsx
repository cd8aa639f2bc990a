import { Alert, Anchor, Breadcrumbs, Card, Code, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useParams, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Author } from '../../app/author.js';
import { Copyable, PageHeader, Time } from '../../ui/index.js';
import { AppLink, PlayerLink, eventHref } from '../../ui/app-link.js';
import { EventStatusBadge } from '../../ui/event-status-badge.js';
import { Facts } from '../../ui/facts.js';
import { Loaded } from '../../ui/loaded.js';
import { JsonBlock } from '../../ui/json-block.js';
import { EffectList } from './effect-list.js';
import { EventRanks } from './event-ranks.js';
import type { DecidedEvent } from './events.queries.js';
import { useEvent } from './events.queries.js';
import { RuleList } from './rule-list.js';

/** One event from what was sent to where the player stands: payload, rules with reasons, effects, ranks. */
export function EventPage() {
  const { eventId } = useParams({ from: '/frame/events/$eventId' });
  const { playerId } = useSearch({ from: '/frame/events/$eventId' });
  const event = useEvent(eventId, playerId);
  return (
    <>
      <Breadcrumbs mb="xs">
        <Anchor component={AppLink} href="/events">
          Events
        </Anchor>
        <Text span>{eventId}</Text>
      </Breadcrumbs>
      <PageHeader
        title={<Copyable value={eventId} label="Event id" />}
        about="What was sent, how each rule judged it, and what it changed."
      />
      <Loaded query={event} label="Event">
        {(data) => ('effects' in data ? <Story event={data} /> : <Waiting />)}
      </Loaded>
    </>
  );
}

const Waiting = () => (
  <Alert title="Not decided yet" color="blue" variant="light">
    The event is in the log. Its story is here in a moment: load the page again.
  </Alert>
);

function Story({ event }: { readonly event: DecidedEvent }) {
  return (
    <Stack gap="md">
      <Notices event={event} />
      <SimpleGrid cols={{ base: 1, md: 2 }}>
        <Part title="1. What was sent">
          <About event={event} />
          <Text size="sm" fw={600} mt="sm" mb={4}>
            Properties
          </Text>
          <JsonBlock label="Properties" value={event.properties} />
        </Part>
        <Part title="2. How rules judged it">
          <RuleList rules={event.rules} />
        </Part>
        <Part title="3. What it changed">
          <EffectList effects={event.effects} />
        </Part>
        <Part title="4. Where the player stands now">
          <EventRanks event={event} />
        </Part>
      </SimpleGrid>
      {event.attempts.length > 0 && <Attempts attempts={event.attempts} />}
    </Stack>
  );
}

const Part = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <Card withBorder padding="md" component="section" aria-label={title}>
    <Title order={2} size="h5" mb="sm">
      {title}
    </Title>
    {children}
  </Card>
);

const About = ({
  event: { status, type, playerId, occurredAt, receivedAt, decidedAt, release, receipt },
}: StoryProps) => (
  <Facts
    label="About the event"
    facts={[
      ['Status', <EventStatusBadge key="status" status={status} />],
      ['Type', type],
      ['Player', <PlayerLink key="player" playerId={playerId} />],
      ['Happened', <Time key="occurred" at={occurredAt} as="instant" clock="environment" />],
      ['Received', <Time key="received" at={receivedAt} as="instant" />],
      ['Decided', <Time key="decided" at={decidedAt} as="instant" clock="environment" />],
      ['By release', release === 0 ? 'none: nothing was published' : String(release)],
      ['Place in the log', `${receipt.partition}:${receipt.offset}`],
    ]}
  />
);

interface StoryProps {
  readonly event: DecidedEvent;
}

/** What else is to be known: why it failed, waits, or does not count any more. */
const Notices = ({ event: { failure, heldBack, voided, review, playerId } }: StoryProps) => (
  <>
    {failure && (
      <Alert color="red" variant="light" title="It could not be decided, and may be sent again">
        <Code>{failure.code}</Code> {failure.detail}
      </Alert>
    )}
    {heldBack && !review && (
      <Alert color="orange" variant="light" title="It waits for a review">
        {heldBack.stat} would be {heldBack.amount}, and {heldBack.bound} is {heldBack.limit}.{' '}
        <Anchor component={AppLink} href="/quarantine" inherit underline="always">
          Decide in quarantine
        </Anchor>
      </Alert>
    )}
    {review && (
      <Alert color="blue" variant="light" title={review.verdict === 'released' ? 'It was let in' : 'It was rejected'}>
        {review.reason} (<Author id={review.by} />, <Time at={review.at} clock="environment" />)
      </Alert>
    )}
    {voided && (
      <Alert color="orange" variant="light" title="It was taken back: it does not count any more">
        {voided.reason} (<Author id={voided.by} />, <Time at={voided.at} clock="environment" />){' '}
        <Anchor component={AppLink} href={eventHref(voided.commandId, playerId)} inherit underline="always">
          What that changed
        </Anchor>
      </Alert>
    )}
  </>
);

const Attempts = ({ attempts }: Pick<DecidedEvent, 'attempts'>) => (
  <Part title="Sent again under this id">
    <Facts
      label="Other messages"
      facts={attempts.map(({ status, at, receipt: { partition, offset } }) => [
        `${partition}:${offset}`,
        <span key={`${partition}:${offset}`}>
          <EventStatusBadge status={status} /> <Time at={at} clock="environment" />
        </span>,
      ])}
    />
  </Part>
);
