import { useMeeting } from '../meetings/meeting-layout.js';
import { MailLog } from './mail-log.js';

/** The mails of one meeting. */
export function MeetingMailPage() {
  const meeting = useMeeting();
  return <MailLog meetingId={meeting.id} />;
}
