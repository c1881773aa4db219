import { Stack } from '@mantine/core';
import { useMeeting } from '../meetings/meeting-layout.js';
import { Files } from './files.js';
import { Notes } from './notes.js';

/** What lies with a meeting: files for whom they are, and notes among hosts. */
export function FilesPage() {
  const meeting = useMeeting();
  return (
    <Stack gap="xl">
      <Files meetingId={meeting.id} />
      <Notes meetingId={meeting.id} />
    </Stack>
  );
}
