import { Alert, Anchor, Badge, Button, Code, Group, Stack, Text, Timeline } from '@mantine/core';
import { Author } from '../../../app/author.js';
import { AppLink, eventHref } from '../../../ui/app-link.js';
import { EmptyState, Problem, Time } from '../../../ui/index.js';
import { figure, signed } from '../../../ui/figures.js';
import { type BoardView, type Trail, type TrailStep, useTrail } from '../boards.queries.js';

/** How a standing came to be: event, rule, score, the latest first. */
export function TrailList({ view, playerId }: { readonly view: BoardView; readonly playerId: string }) {
  const trail = useTrail(view, playerId, true);
  const [first] = trail.data?.pages ?? [];
  if (trail.error && !first) return <Problem error={trail.error} onRetry={() => void trail.refetch()} />;
  if (!first) return null;
  const steps = trail.data?.pages.flatMap((page) => page.steps) ?? [];
  return (
    <Stack>
      <Flags flags={first.flags} />
      <Corrections corrections={first.corrections} />
      {steps.length === 0 && !trail.hasNextPage ? (
        <EmptyState title="Nothing counted for it yet">Events that change the standing are listed here.</EmptyState>
      ) : (
        <Timeline bulletSize={12} lineWidth={2} aria-label={`Trail of ${playerId}`}>
          {steps.map((step) => (
            <Timeline.Item key={step.eventId} title={<StepTitle step={step} playerId={playerId} />}>
              <StepDetails step={step} />
            </Timeline.Item>
          ))}
        </Timeline>
      )}
      {trail.hasNextPage && (
        <Button variant="subtle" loading={trail.isFetchingNextPage} onClick={() => void trail.fetchNextPage()}>
          Earlier events
        </Button>
      )}
    </Stack>
  );
}

interface StepTitleProps {
  readonly step: TrailStep;
  readonly playerId: string;
}

const StepTitle = ({ step: { type, eventId, standing }, playerId }: StepTitleProps) => (
  <Group gap="xs" justify="space-between">
    <Anchor component={AppLink} href={eventHref(eventId, playerId)} size="sm" fw={600} title={eventId}>
      {type}
    </Anchor>
    {standing !== undefined && (
      <Text size="sm" className="numeric">
        {standing === null ? 'off the leaderboard' : `score ${figure(standing.score)}`}
      </Text>
    )}
  </Group>
);

function StepDetails({ step }: { readonly step: TrailStep }) {
  const { recorded, order, heldBack, refused = [], occurredAt, release } = step;
  return (
    <Stack gap={2}>
      {recorded.map(({ rule, stat, amount }) => (
        <Text key={`${rule} ${stat}`} size="sm">
          {rule === '' ? 'given back' : <Code>{rule}</Code>} {signed(amount)} {stat}
        </Text>
      ))}
      {order && (
        <Text size="sm">
          ordered by <Author id={order.by} />: {order.reason}
        </Text>
      )}
      {heldBack && (
        <Text size="sm" c="orange.9">
          waits for a review: {heldBack.stat} {figure(heldBack.amount)}, bound {heldBack.bound} is{' '}
          {figure(heldBack.limit)}
        </Text>
      )}
      {refused.map(({ code, detail }) => (
        <Text key={code} size="sm" c="red.8">
          refused: {detail}
        </Text>
      ))}
      <Text size="xs" c="dimmed">
        <Time at={occurredAt} clock="environment" />, by release {release}
      </Text>
    </Stack>
  );
}

const Flags = ({ flags }: { readonly flags: Trail['flags'] }) =>
  flags.length === 0 ? null : (
    <Alert color="orange" title="Suspicious events wait for a review">
      <Group gap="xs">
        {flags.map(({ stat, bound, events }) => (
          <Badge key={`${stat} ${bound}`} color="orange" tt="none">
            {stat} beyond {bound}: {events}
          </Badge>
        ))}
        <Anchor component={AppLink} href="/quarantine" size="sm">
          Review them
        </Anchor>
      </Group>
    </Alert>
  );

const Corrections = ({ corrections }: { readonly corrections: Trail['corrections'] }) =>
  corrections.length === 0 ? null : (
    <Alert color="blue" title="Corrected after the window had ended">
      {corrections.map(({ kind, at, by, reason, rankBefore, rankAfter }) => (
        <Text key={at} size="sm">
          {kind} by <Author id={by} />, <Time at={at} />: {reason} (rank {figure(rankBefore)} to {figure(rankAfter)})
        </Text>
      ))}
    </Alert>
  );
