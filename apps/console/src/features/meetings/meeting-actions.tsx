import { ActionIcon, Button, Group, Menu } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconBan, IconCalendarQuestion, IconDots, IconPencil } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import type { MeetingDto } from '#contracts';
import { refresh, useInstance } from '../../api/index.js';
import { CopyLink } from '../../ui/copy-link.js';
import { useText } from '../../ui/use-text.js';
import { CancelDialog } from './cancel-dialog.js';
import { meetingReads } from './meeting-reads.js';
import { PublishDialog } from './publish-dialog.js';

/** What can be done with the meeting in its state. */
export function MeetingActions({ meeting }: { readonly meeting: MeetingDto }) {
  const { t, language } = useText();
  const [dialog, setDialog] = useState<'publish' | 'cancel' | null>(null);
  const instance = useInstance();
  const client = useQueryClient();
  const done = async (message: string) => {
    setDialog(null);
    notifications.show({ message });
    await refresh(client, meetingReads);
  };
  const page = `${instance.data?.publicUrl ?? location.origin}${language === 'en' ? '/en' : ''}/m/${meeting.slug}`;
  const shown = meeting.state === 'published' && meeting.visibility !== 'invited';
  return (
    <Group gap="sm">
      {meeting.state === 'draft' && (
        <Button onClick={() => setDialog('publish')}>{t('console.publish.action')}</Button>
      )}
      {meeting.state !== 'cancelled' && (
        <Button
          component={Link}
          to={`/meetings/${meeting.id}/edit`}
          variant="default"
          leftSection={<IconPencil size={18} aria-hidden="true" />}
        >
          {t('console.form.edit')}
        </Button>
      )}
      {shown && <CopyLink address={page} label={t('console.meeting.copy-link')} />}
      {meeting.state === 'published' && (
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon variant="default" size={36} aria-label={t('console.more-actions')}>
              <IconDots size={18} aria-hidden="true" />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item
              component={Link}
              to={`/polls/new?meeting=${meeting.id}`}
              leftSection={<IconCalendarQuestion size={18} />}
            >
              {t('polls.console.of-meeting')}
            </Menu.Item>
            <Menu.Item color="red" leftSection={<IconBan size={18} />} onClick={() => setDialog('cancel')}>
              {t('console.cancel.action')}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
      {dialog === 'publish' && (
        <PublishDialog
          meeting={meeting}
          onClose={() => setDialog(null)}
          onPublished={() => done(t('console.publish.done'))}
        />
      )}
      {dialog === 'cancel' && (
        <CancelDialog
          meeting={meeting}
          onClose={() => setDialog(null)}
          onCancelled={() => done(t('console.cancel.done'))}
        />
      )}
    </Group>
  );
}
