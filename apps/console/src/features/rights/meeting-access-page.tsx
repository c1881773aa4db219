import { useOutletContext } from 'react-router';
import type { MeetingDto } from '#contracts';
import { useMay } from '../../api/index.js';
import { addDays, today } from '../../ui/moment.js';
import { AccessList } from './access-section.js';

/** A host by name has a fortnight after the meeting for what is left to do. */
const DAYS_AFTERWARDS = 14;

/** Who looks after this one meeting besides those in office. */
export function MeetingAccessPage() {
  const meeting = useOutletContext<MeetingDto>();
  const may = useMay();
  const institutionIds = [meeting.institution, ...meeting.hosts].map(({ id }) => id);
  const mayGive = may('grant.change', { institutionIds, meetingId: meeting.id });
  const lastDay = addDays(meeting.endsLocal.slice(0, 10), DAYS_AFTERWARDS);
  return (
    <AccessList
      mayGive={mayGive}
      query={{ meetingId: meeting.id }}
      giving={{
        roles: ['meeting_host'],
        place: { meetingId: meeting.id },
        lastDay: lastDay < today() ? today() : lastDay,
      }}
    />
  );
}
