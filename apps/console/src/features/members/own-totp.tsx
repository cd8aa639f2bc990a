import { Alert, Anchor, Button, Card, Code, Group, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { Copyable, Problem } from '../../ui/index.js';
import { useConfirmTotp, useOfferTotp, useRemoveTotp } from './members.queries.js';
import { QrCode } from './qr-code.js';

/** Asks for a code of an authenticator besides the password: set up in two steps, so that nobody locks themselves out. */
export function OwnTotp() {
  const offer = useOfferTotp();
  const confirm = useConfirmTotp();
  const remove = useRemoveTotp();
  const [password, setPassword] = useState('');
  const ask = (event: FormEvent): void => {
    event.preventDefault();
    offer.mutate(password, { onSuccess: () => setPassword('') });
  };
  const takeAway = (): void => remove.mutate(password, { onSuccess: () => setPassword('') });
  return (
    <Card withBorder component="section" aria-label="One-time codes">
      <Title order={2} size="h5" mb="xs">
        One-time codes
      </Title>
      {confirm.data ? (
        <RecoveryCodes codes={confirm.data.recoveryCodes} />
      ) : offer.data ? (
        <Confirm secret={offer.data.secret} uri={offer.data.uri} confirm={confirm} />
      ) : (
        <form onSubmit={ask}>
          <Stack>
            <Text size="sm">
              Signing in asks for a code of your authenticator as well. To set it up anew, take it away first.
            </Text>
            <PasswordInput
              label="Your password"
              autoComplete="current-password"
              value={password}
              onChange={(event) => setPassword(event.currentTarget.value)}
              required
            />
            {(offer.error ?? remove.error) && <Problem error={offer.error ?? remove.error} />}
            <Group>
              <Button type="submit" loading={offer.isPending}>
                Set up
              </Button>
              <Button
                variant="subtle"
                color="red"
                onClick={takeAway}
                loading={remove.isPending}
                disabled={password === ''}
              >
                Take away
              </Button>
            </Group>
          </Stack>
        </form>
      )}
    </Card>
  );
}

interface ConfirmProps {
  readonly secret: string;
  readonly uri: string;
  readonly confirm: ReturnType<typeof useConfirmTotp>;
}

function Confirm({ secret, uri, confirm }: ConfirmProps) {
  const [code, setCode] = useState('');
  const send = (event: FormEvent): void => {
    event.preventDefault();
    confirm.mutate(code.replaceAll(' ', ''));
  };
  return (
    <form onSubmit={send}>
      <Stack>
        <Text size="sm">
          Scan this with your authenticator, <Anchor href={uri}>open it there</Anchor> on this device, or type the
          secret.
        </Text>
        <QrCode text={uri} label="Secret of the authenticator as a QR code" />
        <Copyable value={secret} label="secret" />
        <TextInput
          label="The code that it shows now"
          inputMode="numeric"
          autoComplete="one-time-code"
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
          required
        />
        {confirm.error && <Problem error={confirm.error} />}
        <Button type="submit" loading={confirm.isPending} style={{ alignSelf: 'flex-start' }}>
          Confirm
        </Button>
      </Stack>
    </form>
  );
}

const RecoveryCodes = ({ codes }: { readonly codes: readonly string[] }) => (
  <Stack>
    <Alert color="yellow" variant="light" title="Keep these codes now: they are shown this once">
      Each signs you in once, should you lose the authenticator.
    </Alert>
    <Code block>{codes.join('\n')}</Code>
    <Copyable value={codes.join(' ')} label="recovery codes" />
  </Stack>
);
