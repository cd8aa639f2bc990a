import { Badge, Button, Group } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useSession } from '../../app/session.queries.js';
import { type Column, DataTable, EmptyState, Time } from '../../ui/index.js';
import { InviteMember } from './invite-member.js';
import { type MemberAct, MemberDialog, MemberMenu } from './member-acts.js';
import { type Member, useMembers } from './members.queries.js';
import { rolesText } from './roles.js';

const COLORS = { invited: 'blue', active: 'green', disabled: 'gray' } as const;

const COLUMNS: readonly Column<Member>[] = [
  { id: 'name', header: 'Name', cell: ({ name }) => name },
  { id: 'email', header: 'E-mail', cell: ({ email }) => email },
  { id: 'roles', header: 'Roles', cell: ({ roles }) => rolesText(roles) },
  {
    id: 'status',
    header: 'Status',
    cell: ({ status }) => (
      <Badge variant="light" color={COLORS[status]}>
        {status}
      </Badge>
    ),
    width: 110,
  },
  { id: 'totp', header: 'One-time codes', cell: ({ hasTotp }) => (hasTotp ? 'yes' : 'no'), width: 130 },
  { id: 'signed-in', header: 'Last sign-in', cell: ({ lastSignInAt }) => <Time at={lastSignInAt} />, width: 150 },
];

interface Open {
  readonly act: MemberAct;
  readonly member: Member;
}

/** Operators of the tenant. Nobody gives or takes more than they have. */
export function MembersPanel() {
  const members = useMembers();
  const { permissions, operator } = useSession();
  const mayWrite = permissions.includes('operators:write');
  const [open, setOpen] = useState<Open>();
  const [inviting, setInviting] = useState(false);
  const columns = useMemo(
    () => (mayWrite ? [...COLUMNS, actsColumn(operator.id, (act, member) => setOpen({ act, member }))] : COLUMNS),
    [mayWrite, operator.id],
  );
  return (
    <>
      {mayWrite && (
        <Group justify="flex-end" mb="sm">
          <Button onClick={() => setInviting(true)}>Invite somebody</Button>
        </Group>
      )}
      <DataTable
        label="Members"
        columns={columns}
        rowId={({ id }) => id}
        height="max(320px, calc(100dvh - 300px))"
        empty={<EmptyState title="No members yet">Invite somebody to work on the game with you.</EmptyState>}
        {...members}
      />
      {inviting && <InviteMember onClose={() => setInviting(false)} />}
      {open && <MemberDialog act={open.act} member={open.member} onClose={() => setOpen(undefined)} />}
    </>
  );
}

const actsColumn = (self: string, onAct: (act: MemberAct, member: Member) => void): Column<Member> => ({
  id: 'act',
  header: 'Act',
  width: 100,
  cell: (member) => <MemberMenu member={member} isSelf={member.id === self} onAct={(act) => onAct(act, member)} />,
});
