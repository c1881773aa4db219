import type { MeetingItemDto } from '#contracts';
import { DataTable } from '../../ui/data-table.js';
import { useText } from '../../ui/use-text.js';
import { MeetingRow } from './meeting-row.js';

interface MeetingTableProps {
  readonly label: string;
  readonly items: readonly MeetingItemDto[];
}

export function MeetingTable({ label, items }: MeetingTableProps) {
  const { t } = useText();
  return (
    <DataTable
      label={label}
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
