import { Alert, Badge, Code, Group, List, Paper, Stack, Text, Title } from '@mantine/core';
import { kindByCollection } from '../kinds.js';
import type { Diff } from '../program.queries.js';
import { FieldTable } from './field-table.js';
import type { Field } from './fields.js';

export interface DiffViewProps {
  readonly diff: Pick<Diff, 'kinds' | 'consequences'>;
  readonly beforeLabel: string;
  readonly afterLabel: string;
  /** Where nothing differs. */
  readonly same: string;
}

/** What differs between two programs, kind by kind, and what follows from it for players. */
export function DiffView({ diff, beforeLabel, afterLabel, same }: DiffViewProps) {
  if (diff.kinds.length === 0) return <Text c="dimmed">{same}</Text>;
  return (
    <Stack>
      <Consequences consequences={diff.consequences} />
      {diff.kinds.map((kind) => (
        <KindSection key={kind.kind} kind={kind} beforeLabel={beforeLabel} afterLabel={afterLabel} />
      ))}
    </Stack>
  );
}

/** What becomes of what players have, in sentences. */
export function Consequences({ consequences }: Pick<Diff, 'consequences'>) {
  if (consequences.length === 0) return null;
  const isRunning = consequences.some(({ running }) => running);
  return (
    <Alert color={isRunning ? 'red' : 'yellow'} title="What becomes of what players have">
      <List size="sm">
        {consequences.map(({ kind, key, effect, window, message }) => (
          <List.Item key={`${kind} ${key} ${effect} ${window ?? ''}`}>{message}</List.Item>
        ))}
      </List>
    </Alert>
  );
}

interface KindSectionProps {
  readonly kind: Diff['kinds'][number];
  readonly beforeLabel: string;
  readonly afterLabel: string;
}

function KindSection({ kind, beforeLabel, afterLabel }: KindSectionProps) {
  const title = kindByCollection(kind.kind)?.plural ?? kind.kind;
  return (
    <section aria-label={title}>
      <Title order={2} size="h5" mb="xs">
        {title}
      </Title>
      <Stack gap="sm">
        {kind.added.map((resource) => (
          <Whole key={keyOf(resource)} resource={resource} says="added" color="green" />
        ))}
        {kind.changed.map(({ key, fields }) => (
          <Paper key={key} withBorder p="sm">
            <Heading name={key} says="changed" color="yellow" />
            <FieldTable fields={fields as readonly Field[]} beforeLabel={beforeLabel} afterLabel={afterLabel} />
          </Paper>
        ))}
        {kind.removed.map((resource) => (
          <Whole key={keyOf(resource)} resource={resource} says="removed" color="red" />
        ))}
        {kind.reordered && <Text size="sm">Those that both have stand in another order.</Text>}
      </Stack>
    </section>
  );
}

const keyOf = (resource: Readonly<Record<string, unknown>>): string => String(resource['key']);

interface WholeProps {
  readonly resource: Readonly<Record<string, unknown>>;
  readonly says: string;
  readonly color: string;
}

/** A resource that only one of the two has. */
function Whole({ resource, says, color }: WholeProps) {
  const { key: _key, ...rest } = resource;
  return (
    <Paper withBorder p="sm">
      <Heading name={keyOf(resource)} says={says} color={color} />
      <Code block tabIndex={0} aria-label={`${keyOf(resource)}, ${says}`}>
        {JSON.stringify(rest, null, 2)}
      </Code>
    </Paper>
  );
}

interface HeadingProps {
  readonly name: string;
  readonly says: string;
  readonly color: string;
}

const Heading = ({ name, says, color }: HeadingProps) => (
  <Group gap="xs" mb="xs">
    <Text fw={600} className="mono">
      {name}
    </Text>
    <Badge color={color} variant="light">
      {says}
    </Badge>
  </Group>
);
