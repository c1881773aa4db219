import type { MeetingItemDto } from '#contracts';
import { DataTable } from '../../ui/data-table.js';
import { useText } from '../../ui/use-text.js';
import { MeetingRow } from '../meetings/meeting-row.js';

export function ComingMeetings({ items }: { readonly items: readonly MeetingItemDto[] }) {
  const { t } = useText();
  return (
    <DataTable
      label={t('console.home.afterwards')}
      columns={[
        t('console.meetings.columns.date'),
        t('console.meetings.columns.meeting'),
        t('console.meetings.columns.state'),
        t('console.meetings.columns.answers'),
      ]}
    >
      {items.map((meeting) => (
        <MeetingRow key={meeting.id} meeting={meeting} />
      ))}
    </DataTable>
  );
}
