import { Kbd, Modal, Table } from '@mantine/core';
import { useDisclosure, useWindowEvent } from '@mantine/hooks';
import { spotlight } from '@mantine/spotlight';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { areasFor } from '../areas.js';
import type { Session } from '../session.queries.js';
import { keyOutcome } from './key-sequence.js';

const HELP = 'laurel:keyboard-help';

/** Opens the list of keys. */
export const openKeyboardHelp = (): void => void window.dispatchEvent(new Event(HELP));

/** The keys of the whole console, and the list of them. */
export function Keyboard({ session }: { readonly session: Session }) {
  const [opened, { open, close }] = useDisclosure(false);
  const navigate = useNavigate();
  const waiting = useRef(false);
  const areas = areasFor(session.permissions);
  useWindowEvent(HELP as 'focus', open);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (
        event.ctrlKey ||
        event.metaKey ||
        event.altKey ||
        isTyping(event.target) ||
        document.querySelector('[role=dialog]')
      )
        return;
      const outcome = keyOutcome(event.key, waiting.current);
      waiting.current = outcome.do === 'wait';
      if (outcome.do === 'nothing') return;
      event.preventDefault();
      if (outcome.do === 'help') open();
      if (outcome.do === 'search') spotlight.open();
      if (outcome.do === 'go') {
        const area = areas.find(({ id }) => id === outcome.area);
        if (area) void navigate({ to: area.path });
      }
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [areas, navigate, open]);
  return (
    <Modal opened={opened} onClose={close} title="Keys">
      <Table>
        <Table.Tbody>
          <KeyRow keys={['/']} does="Search" />
          <KeyRow keys={['?']} does="This list" />
          {areas.map(({ id, key, label }) => (
            <KeyRow key={id} keys={['g', key]} does={`Go to ${label.toLowerCase()}`} />
          ))}
        </Table.Tbody>
      </Table>
    </Modal>
  );
}

const KeyRow = ({ keys, does }: { readonly keys: readonly string[]; readonly does: string }) => (
  <Table.Tr>
    <Table.Td>
      {keys.map((key) => (
        <Kbd key={key} mr={4}>
          {key}
        </Kbd>
      ))}
    </Table.Td>
    <Table.Td>{does}</Table.Td>
  </Table.Tr>
);

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
