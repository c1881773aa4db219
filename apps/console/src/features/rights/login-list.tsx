import { Button, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { endpoints, type PersonDto } from '#contracts';
import { fullName } from '#i18n';
import { useAction, useSession } from '../../api/index.js';
import { ActionDialog } from '../../ui/action-dialog.js';
import { useText } from '../../ui/use-text.js';
import { rightsReads } from './rights-reads.js';

interface LoginListProps {
  readonly person: PersonDto;
  /** What the person signs in with. */
  readonly addresses: readonly string[];
}

/** What a person signs in with, each with the way to withdraw it; one's own can only be withdrawn by others. */
export function LoginList({ person, addresses }: LoginListProps) {
  const { t } = useText();
  const { data: me } = useSession();
  const [leaving, setLeaving] = useState<string | null>(null);
  return (
    <Stack gap="xs" mb="sm">
      <Text style={{ overflowWrap: 'anywhere' }}>
        {t('rights.login.with', { addresses: addresses.join(', ') })}
      </Text>
      {me?.personId !== person.id &&
        addresses.map((address) => (
          <div key={address}>
            <Button variant="default" size="compact-sm" onClick={() => setLeaving(address)}>
              {t('rights.login.withdraw-for', { address })}
            </Button>
          </div>
        ))}
      {leaving !== null && (
        <WithdrawLogin
          person={person}
          address={leaving}
          isLast={addresses.length === 1}
          onClose={() => setLeaving(null)}
        />
      )}
    </Stack>
  );
}

interface WithdrawLoginProps {
  readonly person: PersonDto;
  readonly address: string;
  readonly isLast: boolean;
  readonly onClose: () => void;
}

/** Before a sign-in is withdrawn: what follows from it. */
function WithdrawLogin({ person, address, isLast, onClose }: WithdrawLoginProps) {
  const { t } = useText();
  const withdraw = useAction(endpoints.withdrawLogin, rightsReads);
  const name = fullName({ ...person, title: person.academicTitle });
  // With the last address this dialog goes before a callback of the mutation would be called.
  const submit = () =>
    void withdraw
      .mutateAsync({ params: { id: person.id }, body: { address } })
      .then(() => notifications.show({ message: t('rights.login.withdrawn', { address }) }))
      .then(onClose, () => undefined);
  return (
    <ActionDialog
      title={t('rights.login.withdraw-title')}
      action={t('rights.login.withdraw')}
      danger
      call={withdraw}
      onSubmit={submit}
      onClose={onClose}
    >
      <Text style={{ overflowWrap: 'anywhere' }}>{t('rights.login.withdraw-text', { name, address })}</Text>
      {isLast && <Text>{t('rights.login.withdraw-last')}</Text>}
    </ActionDialog>
  );
}
