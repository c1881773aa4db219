import { Button, Group, Select, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconLogin2 } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { endpoints, type PersonDto } from '#contracts';
import { useAction, useApi, useMay } from '../../api/index.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { useText } from '../../ui/use-text.js';
import { LoginList } from './login-list.js';
import { rightsReads } from './rights-reads.js';

/** Whether a person can sign in, and the way to let them; nothing for who may not. */
export function LoginSection({ person }: { readonly person: PersonDto }) {
  const may = useMay();
  const home = person.homeInstitutionId;
  const place = { institutionIds: home === null ? [] : [home] };
  return may('login.give', place) ? <Logins person={person} isOwner={may('instance.administer')} /> : null;
}

function Logins({ person, isOwner }: { readonly person: PersonDto; readonly isOwner: boolean }) {
  const { t } = useText();
  const id = useId();
  const { data } = useApi(endpoints.getLogins, { params: { id: person.id } });
  if (data === undefined) return null;
  const further = person.addresses
    .map(({ address }) => address)
    .filter((one) => !data.addresses.includes(one));
  const mayGive = further.length > 0 && (data.addresses.length === 0 || isOwner);
  return (
    <section aria-labelledby={id} style={{ marginBlockStart: 32 }}>
      <Title order={3} id={id} size="h4" mb="xs">
        {t('rights.login.title')}
      </Title>
      {data.addresses.length === 0 ? (
        <Text mb="sm">
          {t(person.addresses.length === 0 ? 'rights.login.no-address' : 'rights.login.none')}
        </Text>
      ) : (
        <LoginList person={person} addresses={data.addresses} />
      )}
      {mayGive && <GiveLogin key={further.join()} personId={person.id} addresses={further} />}
    </section>
  );
}

function GiveLogin({
  personId,
  addresses,
}: {
  readonly personId: string;
  readonly addresses: readonly string[];
}) {
  const { t } = useText();
  const [address, setAddress] = useState(addresses[0] ?? '');
  const give = useAction(endpoints.giveLogin, rightsReads);
  // This part goes with the address before a callback of the mutation would be called.
  const submit = () =>
    void give.mutateAsync({ params: { id: personId }, body: { address } }).then(
      () => notifications.show({ message: t('rights.login.given', { address }) }),
      () => undefined,
    );
  return (
    <>
      {give.error !== null && <ProblemAlert error={give.error} />}
      <Group align="flex-end" gap="sm">
        {addresses.length > 1 && (
          <Select
            allowDeselect={false}
            label={t('rights.login.address')}
            data={[...addresses]}
            value={address}
            onChange={(value) => setAddress(value ?? address)}
          />
        )}
        <Button
          variant="default"
          loading={give.isPending}
          leftSection={<IconLogin2 size={18} aria-hidden="true" />}
          onClick={submit}
        >
          {t('rights.login.give')}
        </Button>
      </Group>
      <Text size="sm" c="dimmed" mt="xs">
        {t('rights.login.hint', { address })}
      </Text>
    </>
  );
}
