import { Button, Menu } from '@mantine/core';
import { IconChevronDown, IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { QUERY_BASE } from '../../api/index.js';
import { type Permission } from '../../app/areas.js';
import { useSession } from '../../app/session.queries.js';
import { ChangeStatus } from './change-status.js';
import { CorrectAmount } from './correct-amount.js';
import { EditProfile } from './edit-profile.js';
import { ErasePlayer } from './erase-player.js';
import { MergePlayer } from './merge-player.js';
import { MintToken } from './mint-token.js';
import type { Player } from './players.queries.js';

type Act = 'edit' | 'correct' | 'suspend' | 'ban' | 'reinstate' | 'merge' | 'token' | 'erase';

interface Offer {
  readonly act: Act;
  readonly label: string;
  readonly permission: Permission;
  readonly color?: string;
  /** Whether it makes sense for a player of this status. */
  readonly isFor: (status: Player['status']) => boolean;
}

const always = (): boolean => true;
const isActive = (status: Player['status']): boolean => status === 'active';
const isOut = (status: Player['status']): boolean => status === 'suspended' || status === 'banned';

const OFFERS: readonly Offer[] = [
  {
    act: 'edit',
    label: 'Edit name and attributes',
    permission: 'players:write',
    isFor: (status) => status !== 'merged',
  },
  {
    act: 'correct',
    label: 'Correct balances and stats',
    permission: 'players:write',
    isFor: (status) => status !== 'merged',
  },
  { act: 'token', label: 'Mint a player token', permission: 'player_tokens:write', isFor: always },
  { act: 'reinstate', label: 'Reinstate', permission: 'players:write', isFor: isOut },
  { act: 'suspend', label: 'Suspend', permission: 'players:write', isFor: isActive, color: 'orange' },
  {
    act: 'ban',
    label: 'Ban',
    permission: 'players:write',
    isFor: (status) => isActive(status) || status === 'suspended',
    color: 'red',
  },
  { act: 'merge', label: 'Merge into another player', permission: 'players:write', isFor: isActive, color: 'red' },
  { act: 'erase', label: 'Erase', permission: 'players:erase', isFor: always, color: 'red' },
];

/** What the operator's role lets them do about a player. */
export function PlayerActions({ player }: { readonly player: Player }) {
  const { permissions } = useSession();
  const [act, setAct] = useState<Act>();
  const offers = OFFERS.filter(({ permission, isFor }) => permissions.includes(permission) && isFor(player.status));
  const close = (): void => setAct(undefined);
  return (
    <>
      {permissions.includes('players:export') && <Export playerId={player.playerId} />}
      {offers.length > 0 && (
        <Menu position="bottom-end" withinPortal>
          <Menu.Target>
            <Button variant="default" rightSection={<IconChevronDown size={14} aria-hidden />}>
              Actions
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {offers.map(({ act: offered, label, color }) => (
              <Menu.Item key={offered} onClick={() => setAct(offered)} {...(color ? { color } : {})}>
                {label}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
      {act && <Dialog act={act} player={player} onClose={close} />}
    </>
  );
}

/** The browser takes it line by line, however long it is. */
const Export = ({ playerId }: { readonly playerId: string }) => (
  <Button
    component="a"
    href={`${QUERY_BASE}/v1/players/${encodeURIComponent(playerId)}/export`}
    download={`${playerId}.ndjson`}
    variant="default"
    leftSection={<IconDownload size={14} aria-hidden />}
  >
    Export
  </Button>
);

interface DialogProps {
  readonly act: Act;
  readonly player: Player;
  readonly onClose: () => void;
}

function Dialog({ act, player, onClose }: DialogProps) {
  const { playerId } = player;
  switch (act) {
    case 'edit':
      return <EditProfile player={player} onClose={onClose} />;
    case 'correct':
      return <CorrectAmount player={player} onClose={onClose} />;
    case 'token':
      return <MintToken playerId={playerId} onClose={onClose} />;
    case 'merge':
      return <MergePlayer playerId={playerId} onClose={onClose} />;
    case 'erase':
      return <ErasePlayer playerId={playerId} onClose={onClose} />;
    default:
      return <ChangeStatus act={act} playerId={playerId} onClose={onClose} />;
  }
}
