import { Button, Group, Modal, Stack, Text, TextInput, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState, type SyntheticEvent } from 'react';
import { endpoints, type DoorLinkDto } from '#contracts';
import { useAction, useApi } from '../../api/index.js';
import { CopyLink } from '../../ui/copy-link.js';
import { ExportMenu } from '../../ui/export-menu.js';
import { momentWords } from '../../ui/moment.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { useText } from '../../ui/use-text.js';
import { QrCode } from './qr-code.js';

const linkReads = [endpoints.listDoorLinks.name];

/** The links by which helpers check people in. */
export function DoorLinks({ meetingId }: { readonly meetingId: string }) {
  const { t } = useText();
  const input = { params: { id: meetingId }, query: {} };
  const { data } = useApi(endpoints.listDoorLinks, input);
  return (
    <section aria-labelledby="door-links">
      <Group justify="space-between" mb="xs">
        <Title order={2} size="h3" id="door-links">
          {t('attendance.door.title')}
        </Title>
        {data !== undefined && data.items.length > 0 && (
          <ExportMenu list={endpoints.listDoorLinks} input={input} />
        )}
      </Group>
      <Text mb="sm" maw="40rem">
        {t('attendance.door.intro')}
      </Text>
      <MakeLink meetingId={meetingId} />
      <Stack mt="md">
        {data?.items.map((link) => (
          <LinkRow key={link.id} link={link} />
        ))}
      </Stack>
    </section>
  );
}

function MakeLink({ meetingId }: { readonly meetingId: string }) {
  const { t } = useText();
  const [name, setName] = useState('');
  const make = useAction(endpoints.makeDoorLink, linkReads);
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    make.mutate(
      { params: { id: meetingId }, body: { name } },
      {
        onSuccess: () => {
          setName('');
          notifications.show({ message: t('attendance.door.made') });
        },
      },
    );
  };
  return (
    <form onSubmit={submit}>
      <ProblemAlert error={make.error} />
      <Group align="flex-end">
        <TextInput
          required
          maxLength={80}
          label={t('attendance.door.name')}
          description={t('attendance.door.name-hint')}
          value={name}
          onChange={({ currentTarget: { value } }) => setName(value)}
        />
        <Button type="submit" variant="default" loading={make.isPending}>
          {t('attendance.door.make')}
        </Button>
      </Group>
    </form>
  );
}

function LinkRow({ link: { id, name, link, opensAt, closesAt } }: { readonly link: DoorLinkDto }) {
  const { t, language } = useText();
  const [shown, setShown] = useState(false);
  const revoke = useAction(endpoints.revokeDoorLink, linkReads);
  const span = { from: momentWords(opensAt, language), until: momentWords(closesAt, language) };
  return (
    <Group justify="space-between">
      <div>
        <Text fw={600}>{name}</Text>
        <Text size="sm" c="dimmed">
          {link === null ? t('attendance.door.revoked') : t('attendance.door.valid', span)}
        </Text>
        <ProblemAlert error={revoke.error} />
      </div>
      {link !== null && (
        <Group gap="xs">
          <CopyLink address={link} label={t('attendance.door.copy')} />
          <Button
            variant="default"
            aria-label={t('attendance.door.show-of', { name })}
            onClick={() => setShown(true)}
          >
            {t('attendance.door.show')}
          </Button>
          <Button
            variant="default"
            color="red"
            loading={revoke.isPending}
            aria-label={t('attendance.door.revoke-of', { name })}
            onClick={() =>
              revoke.mutate(
                { params: { id } },
                { onSuccess: () => notifications.show({ message: t('attendance.door.revoked-done') }) },
              )
            }
          >
            {t('attendance.door.revoke')}
          </Button>
          <Modal
            opened={shown}
            onClose={() => setShown(false)}
            title={name}
            closeButtonProps={{ 'aria-label': t('attendance.door.hide') }}
          >
            <QrCode text={link} label={t('attendance.door.code-of', { name })} />
          </Modal>
        </Group>
      )}
    </Group>
  );
}
