import { Group, Stack, Text, Title } from '@mantine/core';
import { endpoints, type AttendanceSummaryDto } from '#contracts';
import { useApi } from '../../api/index.js';
import { ExportMenu } from '../../ui/export-menu.js';
import { Loaded } from '../../ui/loaded.js';
import { momentWords } from '../../ui/moment.js';
import { useText } from '../../ui/use-text.js';
import { useMeeting } from '../meetings/meeting-layout.js';
import { AddWalkIn } from './add-walk-in.js';
import { AttendanceActions } from './attendance-actions.js';
import { AttendanceTable } from './attendance-table.js';
import { DoorLinks } from './door-links.js';
import { WalkInsFile } from './walk-ins-file.js';

const EVERY_MS = 5000;

/** Who was there: what is marked at the door shows here a moment later. */
export function AttendancePage() {
  const { t, language } = useText();
  const { id } = useMeeting();
  const query = useApi(endpoints.getAttendance, { params: { id } }, { every: () => EVERY_MS });
  return (
    <Loaded query={query}>
      {(sum) => (
        <Stack gap="xl">
          <Group justify="space-between" align="flex-start">
            <div>
              <Title order={2}>{t('attendance.count', onSiteOf(sum))}</Title>
              {sum.online.total > 0 && <Text>{t('attendance.online-count', sum.online)}</Text>}
              {sum.walkIns > 0 && <Text c="dimmed">{t('attendance.walk-ins', { count: sum.walkIns })}</Text>}
              {sum.closedAt !== null && (
                <Text>{t('attendance.closed', { moment: momentWords(sum.closedAt, language) })}</Text>
              )}
            </div>
            <Group>
              <ExportMenu list={endpoints.listAttendance} input={{ params: { id } }} />
              <AttendanceActions meetingId={id} sum={sum} />
            </Group>
          </Group>
          <AttendanceTable meetingId={id} isClosed={sum.closedAt !== null} />
          {sum.closedAt === null && (
            <section aria-labelledby="walk-ins">
              <Title order={2} size="h3" id="walk-ins" mb="sm">
                {t('attendance.add.title')}
              </Title>
              <Stack>
                <AddWalkIn meetingId={id} />
                <WalkInsFile meetingId={id} />
              </Stack>
            </section>
          )}
          <DoorLinks meetingId={id} />
        </Stack>
      )}
    </Loaded>
  );
}

function onSiteOf({ present, total, online }: AttendanceSummaryDto) {
  return { present: present - online.present, total: total - online.total };
}
