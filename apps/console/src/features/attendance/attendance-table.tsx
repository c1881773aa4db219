import { NativeSelect, Text } from '@mantine/core';
import { endpoints, type AttendanceState, type AttendeeDto } from '#contracts';
import { useAction, useApiPages } from '../../api/index.js';
import { Cell, DataTable } from '../../ui/data-table.js';
import { LoadMore } from '../../ui/load-more.js';
import { Loaded } from '../../ui/loaded.js';
import { pickLocal } from '../../ui/local-text.js';
import { momentWords } from '../../ui/moment.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { useText } from '../../ui/use-text.js';
import { attendanceReads } from './attendance-reads.js';

const EVERY_MS = 5000;
const STATES = ['open', 'present', 'excused', 'absent'] as const;

interface AttendanceTableProps {
  readonly meetingId: string;
  readonly isClosed: boolean;
}

/** Everybody with a seat, who comes along, and walk-ins, with what is known of each. */
export function AttendanceTable({ meetingId, isClosed }: AttendanceTableProps) {
  const { t } = useText();
  const query = useApiPages(endpoints.listAttendance, { params: { id: meetingId } }, { every: EVERY_MS });
  const mark = useAction(endpoints.markAttendance, attendanceReads);
  const put = (key: string, state: AttendanceState | null) =>
    mark.mutate({ params: { id: meetingId }, body: { keys: [key], state } });
  return (
    <div>
      <ProblemAlert error={mark.error} />
      <Loaded query={{ ...query, data: query.items }}>
        {(items) =>
          items.length === 0 ? (
            <Text c="dimmed">{t('attendance.empty')}</Text>
          ) : (
            <DataTable
              label={t('attendance.title')}
              columns={[
                t('attendance.columns.name'),
                t('attendance.columns.organisation'),
                t('attendance.columns.state'),
                t('attendance.columns.at'),
              ]}
            >
              {items.map((attendee) => (
                <AttendeeRow key={attendee.key} attendee={attendee} onMark={isClosed ? null : put} />
              ))}
            </DataTable>
          )
        }
      </Loaded>
      <LoadMore query={query} />
    </div>
  );
}

interface AttendeeRowProps {
  readonly attendee: AttendeeDto;
  readonly onMark: ((key: string, state: AttendanceState | null) => void) | null;
}

function AttendeeRow({ attendee, onMark }: AttendeeRowProps) {
  const { t, language } = useText();
  const { key, name, broughtBy, walkIn, organisation, institutions, checkedInAt, markedAtDoor } = attendee;
  const companion = broughtBy === null ? null : t('door.companion', { name: broughtBy });
  const shown = name ?? companion ?? '';
  const state = attendee.state ?? 'open';
  const houses = institutions.map((one) => pickLocal(one.name, language).text).join(', ');
  const at = checkedInAt === null ? null : momentWords(checkedInAt, language);
  return (
    <tr>
      <Cell>
        <Text fw={600}>{shown}</Text>
        {(walkIn || (name !== null && companion !== null)) && (
          <Text size="sm" c="dimmed">
            {walkIn ? t('attendance.walk-in') : companion}
          </Text>
        )}
      </Cell>
      <Cell head={t('attendance.columns.organisation')}>{organisation ?? houses}</Cell>
      <Cell head={t('attendance.columns.state')}>
        {onMark === null ? (
          t(`attendance.states.${state}`)
        ) : (
          <NativeSelect
            aria-label={t('attendance.state-of', { name: shown })}
            value={state}
            data={STATES.map((value) => ({ value, label: t(`attendance.states.${value}`) }))}
            onChange={({ currentTarget: { value } }) =>
              onMark(
                key,
                STATES.find((one): one is AttendanceState => one === value && one !== 'open') ?? null,
              )
            }
          />
        )}
      </Cell>
      <Cell head={t('attendance.columns.at')}>
        <Text size="sm">{[at, markedAtDoor].filter((part) => part !== null).join(' · ')}</Text>
      </Cell>
    </tr>
  );
}
