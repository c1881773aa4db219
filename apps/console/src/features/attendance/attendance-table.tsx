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
                ...(hasKinds(items) ? [t('attendance.columns.kind')] : []),
                t('attendance.columns.state'),
                t('attendance.columns.at'),
              ]}
            >
              {items.map((attendee) => (
                <AttendeeRow
                  key={attendee.key}
                  attendee={attendee}
                  withKind={hasKinds(items)}
                  onMark={isClosed ? null : put}
                />
              ))}
            </DataTable>
          )
        }
      </Loaded>
      <LoadMore query={query} />
    </div>
  );
}

function hasKinds(items: readonly AttendeeDto[]): boolean {
  return items.some(({ contingent }) => contingent !== null);
}

interface AttendeeRowProps {
  readonly attendee: AttendeeDto;
  readonly withKind: boolean;
  readonly onMark: ((key: string, state: AttendanceState | null) => void) | null;
}

function AttendeeRow({ attendee, withKind, onMark }: AttendeeRowProps) {
  const { t, language } = useText();
  const { key, name, broughtBy, walkIn, online, organisation, institutions } = attendee;
  const { checkedInAt, markedAtDoor } = attendee;
  const companion = broughtBy === null ? null : t('door.companion', { name: broughtBy });
  const shown = name ?? companion ?? '';
  const state = attendee.state ?? 'open';
  const houses = institutions.map((one) => pickLocal(one.name, language).text).join(', ');
  const at = checkedInAt === null ? null : momentWords(checkedInAt, language);
  return (
    <tr>
      <Cell>
        <Text fw={600}>{shown}</Text>
        <Text size="sm" c="dimmed">
          {[walkIn ? t('attendance.walk-in') : name !== null && companion, online && t('attendance.online')]
            .filter((word) => typeof word === 'string')
            .join(' · ')}
        </Text>
      </Cell>
      <Cell head={t('attendance.columns.organisation')}>{organisation ?? houses}</Cell>
      {withKind && <Kind contingent={attendee.contingent} />}
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

function Kind({ contingent }: Pick<AttendeeDto, 'contingent'>) {
  const { t, language } = useText();
  return (
    <Cell head={t('attendance.columns.kind')}>
      {contingent !== null && pickLocal(contingent.name, language).text}
    </Cell>
  );
}
