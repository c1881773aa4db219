import { ActionIcon, FileButton, Menu, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconDots, IconFileUpload, IconRefresh, IconTrash } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { endpoints, type ImportedCalendarDto } from '#contracts';
import { useAction } from '../../api/index.js';
import { ActionDialog } from '../../ui/action-dialog.js';
import { pickLocal } from '../../ui/local-text.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { useText } from '../../ui/use-text.js';

const reads = [endpoints.listImportedCalendars.name];

interface CalendarProps {
  readonly calendar: ImportedCalendarDto;
}

/** What can be done with a calendar: fetch it now, give it another file, delete it. */
export function CalendarMenu({ calendar }: CalendarProps) {
  const { t, language } = useText();
  const [deleting, setDeleting] = useState(false);
  const openFile = useRef<() => void>(null);
  const refreshed = useAction(endpoints.refreshImportedCalendar, reads);
  const uploaded = useAction(endpoints.uploadImportedCalendar, reads);
  const params = { id: calendar.id };
  const name = pickLocal(calendar.name, language).text;
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon
            variant="subtle"
            size={36}
            loading={refreshed.isPending || uploaded.isPending}
            aria-label={t('console.answers.actions-for', { name })}
          >
            <IconDots size={18} aria-hidden="true" />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {calendar.address === null ? (
            <Menu.Item leftSection={<IconFileUpload size={18} />} onClick={() => openFile.current?.()}>
              {t('calendars.replace')}
            </Menu.Item>
          ) : (
            <Menu.Item leftSection={<IconRefresh size={18} />} onClick={() => refreshed.mutate({ params })}>
              {t('calendars.refresh')}
            </Menu.Item>
          )}
          <Menu.Item leftSection={<IconTrash size={18} />} onClick={() => setDeleting(true)}>
            {t('calendars.delete')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <FileButton
        accept=".ics,text/calendar"
        onChange={(file) => file !== null && uploaded.mutate({ params, file })}
      >
        {({ onClick }) => {
          openFile.current = onClick;
          return null;
        }}
      </FileButton>
      <ProblemAlert error={refreshed.error ?? uploaded.error} />
      {deleting && <DeleteCalendar calendar={calendar} onClose={() => setDeleting(false)} />}
    </>
  );
}

function DeleteCalendar({ calendar, onClose }: CalendarProps & { readonly onClose: () => void }) {
  const { t, language } = useText();
  const remove = useAction(endpoints.deleteImportedCalendar, reads);
  const submit = () =>
    remove.mutate(
      { params: { id: calendar.id } },
      {
        onSuccess: () => {
          notifications.show({ message: t('calendars.deleted') });
          onClose();
        },
      },
    );
  return (
    <ActionDialog
      title={t('calendars.delete')}
      action={t('calendars.delete')}
      danger
      call={remove}
      onSubmit={submit}
      onClose={onClose}
    >
      <Text>{t('calendars.delete-text', { name: pickLocal(calendar.name, language).text })}</Text>
    </ActionDialog>
  );
}
