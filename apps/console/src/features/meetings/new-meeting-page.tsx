import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { endpoints } from '#contracts';
import { call, refresh } from '../../api/index.js';
import { SAVED } from '../../ui/leave-guard.js';
import { PageHead } from '../../ui/page-head.js';
import { useContractForm } from '../../ui/use-contract-form.js';
import { useText } from '../../ui/use-text.js';
import { meetingReads } from './meeting-reads.js';
import { MeetingForm } from './meeting-form.js';
import { bodyOf, emptyMeeting, fieldOf } from './meeting-values.js';

/** A new meeting begins as a draft that nobody sees. */
export function NewMeetingPage() {
  const { t } = useText();
  const navigate = useNavigate();
  const client = useQueryClient();
  const contract = useContractForm({
    initial: emptyMeeting,
    schema: endpoints.createMeeting.body,
    toBody: bodyOf,
    fieldOf,
    submit: async (body) => {
      const meeting = await call(endpoints.createMeeting, { body });
      await refresh(client, meetingReads);
      notifications.show({ message: t('console.meetings.draft-saved') });
      await navigate(`/meetings/${meeting.id}`, { state: SAVED });
    },
  });
  return (
    <div>
      <PageHead
        title={t('console.meetings.new')}
        back={{ to: '/meetings', label: t('console.nav.meetings') }}
      />
      <MeetingForm contract={contract} submitLabel={t('console.meetings.save-draft')} back="/meetings" />
    </div>
  );
}
