import { Button, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { endpoints, type AttendanceSummaryDto } from '#contracts';
import { useAction } from '../../api/index.js';
import { ActionDialog } from '../../ui/action-dialog.js';
import { useText } from '../../ui/use-text.js';
import { attendanceReads } from './attendance-reads.js';

interface ActionsProps {
  readonly meetingId: string;
  readonly sum: AttendanceSummaryDto;
}

/** Says the rest was absent, closes, and opens again. */
export function AttendanceActions({ meetingId, sum }: ActionsProps) {
  const { t } = useText();
  const [asked, setAsked] = useState<'rest' | 'close' | null>(null);
  const rest = useAction(endpoints.markRestAbsent, attendanceReads);
  const close = useAction(endpoints.closeAttendance, attendanceReads);
  const reopen = useAction(endpoints.reopenAttendance, attendanceReads);
  const params = { id: meetingId };
  const done = (message: string) => ({
    onSuccess: () => {
      setAsked(null);
      notifications.show({ message });
    },
  });
  if (sum.closedAt !== null) {
    return (
      <Button
        variant="default"
        loading={reopen.isPending}
        onClick={() => reopen.mutate({ params }, done(t('attendance.reopened')))}
      >
        {t('attendance.reopen')}
      </Button>
    );
  }
  return (
    <>
      {sum.open > 0 && (
        <Button variant="default" onClick={() => setAsked('rest')}>
          {t('attendance.rest.action')}
        </Button>
      )}
      <Button onClick={() => setAsked('close')}>{t('attendance.close.action')}</Button>
      {asked === 'rest' && (
        <ActionDialog
          title={t('attendance.rest.action')}
          action={t('attendance.rest.action')}
          call={rest}
          onSubmit={() => rest.mutate({ params }, done(t('attendance.rest.done')))}
          onClose={() => setAsked(null)}
        >
          <Text>{t('attendance.rest.text', { count: sum.open })}</Text>
          {sum.online.open > 0 && <Text>{t('attendance.rest.online', { count: sum.online.open })}</Text>}
        </ActionDialog>
      )}
      {asked === 'close' && (
        <ActionDialog
          title={t('attendance.close.action')}
          action={t('attendance.close.action')}
          call={close}
          onSubmit={() => close.mutate({ params }, done(t('attendance.close.done')))}
          onClose={() => setAsked(null)}
        >
          <Text>{t('attendance.close.text')}</Text>
          {sum.open > 0 && <Text>{t('attendance.close.open', { count: sum.open })}</Text>}
        </ActionDialog>
      )}
    </>
  );
}
