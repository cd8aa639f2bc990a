import { Button, Fieldset, Group, MultiSelect, Stack, TagsInput, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { PLAYER_PERMISSIONS } from '../../app/player-permissions.js';
import { usePermission } from '../../app/session.queries.js';
import { ConfirmByName, Problem, Time } from '../../ui/index.js';
import { Loading } from '../../ui/loading.js';
import {
  type IdentityProvider,
  type PutIdentityProvider,
  useIdentityProvider,
  usePutIdentityProvider,
  useRemoveIdentityProvider,
} from './keys.queries.js';

const ALGORITHMS = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA'] as const;

/** Whose tokens the environment takes from players, in place of minted ones. */
export function IdentityProviderPanel() {
  const { data, error, refetch } = useIdentityProvider();
  const mayWrite = usePermission('identity_provider:write');
  const [removing, setRemoving] = useState(false);
  if (data === undefined)
    return error ? <Problem error={error} onRetry={() => void refetch()} /> : <Loading label="Page" />;
  return (
    <Stack maw={640}>
      <Text>
        Players who have an account with you already can use the tokens that your identity provider signs. Its keys are
        read when you save, so that a mistake is told at once.
      </Text>
      {data && (
        <Text size="sm" c="dimmed">
          Chosen <Time at={data.updatedAt} />
        </Text>
      )}
      <ProviderForm key={data?.updatedAt ?? 'none'} provider={data} isReadOnly={!mayWrite} />
      {data && mayWrite && (
        <Button variant="subtle" color="red" onClick={() => setRemoving(true)} style={{ alignSelf: 'flex-start' }}>
          Take no more tokens of it
        </Button>
      )}
      {removing && data && <RemoveProvider provider={data} onClose={() => setRemoving(false)} />}
    </Stack>
  );
}

interface ProviderFormProps {
  readonly provider: IdentityProvider | null;
  readonly isReadOnly: boolean;
}

function ProviderForm({ provider, isReadOnly }: ProviderFormProps) {
  const { mutate, isPending, error } = usePutIdentityProvider();
  const form = useForm({
    initialValues: {
      issuer: provider?.issuer ?? '',
      audience: provider?.audience ?? '',
      jwksUrl: provider?.jwksUrl ?? '',
      playerIdClaim: provider?.playerIdClaim ?? 'sub',
      algorithms: [...(provider?.algorithms ?? ['RS256'])] as string[],
      permissions: [...(provider?.permissions ?? ['boards:read', 'players:read'])] as string[],
      boards: [...(provider?.boards ?? [])],
    },
  });
  const save = form.onSubmit(({ algorithms, permissions, boards, ...texts }) => {
    const body: PutIdentityProvider = {
      ...texts,
      algorithms: ALGORITHMS.filter((name) => algorithms.includes(name)),
      permissions: PLAYER_PERMISSIONS.filter((name) => permissions.includes(name)),
      ...(boards.length > 0 ? { boards } : {}),
    };
    mutate(body);
  });
  return (
    <form onSubmit={save}>
      <Fieldset variant="unstyled" disabled={isReadOnly}>
        <Stack>
          <TextInput
            label="Issuer"
            description="iss of its tokens, to the letter"
            required
            {...form.getInputProps('issuer')}
          />
          <TextInput label="Audience" description="One of their aud" required {...form.getInputProps('audience')} />
          <TextInput
            label="Address of its keys"
            description="https, at a public address"
            type="url"
            required
            {...form.getInputProps('jwksUrl')}
          />
          <MultiSelect label="Algorithms" data={ALGORITHMS} required {...form.getInputProps('algorithms')} />
          <TextInput label="Claim with your id of the player" required {...form.getInputProps('playerIdClaim')} />
          <MultiSelect
            label="Its tokens may"
            data={PLAYER_PERMISSIONS}
            required
            {...form.getInputProps('permissions')}
          />
          <TagsInput label="Leaderboards that they read" placeholder="all" {...form.getInputProps('boards')} />
          {error && <Problem error={error} />}
          {!isReadOnly && (
            <Group>
              <Button type="submit" loading={isPending}>
                Save
              </Button>
            </Group>
          )}
        </Stack>
      </Fieldset>
    </form>
  );
}

interface RemoveProviderProps {
  readonly provider: IdentityProvider;
  readonly onClose: () => void;
}

function RemoveProvider({ provider, onClose }: RemoveProviderProps) {
  const { mutate, isPending, error } = useRemoveIdentityProvider();
  return (
    <ConfirmByName
      opened
      onClose={onClose}
      title="Take no more tokens of the identity provider"
      name={provider.issuer}
      action="Refuse its tokens"
      onConfirm={() => mutate(undefined, { onSuccess: onClose })}
      pending={isPending}
      error={error}
    >
      Players who signed in with it are refused within seconds.
    </ConfirmByName>
  );
}
