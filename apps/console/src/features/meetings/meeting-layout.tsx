import { Anchor, Text } from '@mantine/core';
import { Link, Outlet, useOutletContext, useParams } from 'react-router';
import { endpoints, type MeetingDto } from '#contracts';
import { useApi, useMay } from '../../api/index.js';
import { DateBlock, RelativeDay } from '../../ui/date-block.js';
import { Loaded } from '../../ui/loaded.js';
import { Local, pickLocal } from '../../ui/local-text.js';
import { PageHead } from '../../ui/page-head.js';
import { TabLinks } from '../../ui/tab-links.js';
import { useText } from '../../ui/use-text.js';
import { MeetingActions } from './meeting-actions.js';
import styles from './meeting-layout.module.css';
import { MeetingMark } from './meeting-mark.js';

/** One meeting: its head and its parts. */
export function MeetingLayout() {
  const { id = '' } = useParams();
  const query = useApi(endpoints.getMeeting, { params: { id } });
  return (
    <div>
      <Loaded query={query}>
        {(meeting) => (
          <>
            <Head meeting={meeting} />
            <Outlet context={meeting} />
          </>
        )}
      </Loaded>
    </div>
  );
}

/** The meeting that the page is about. */
export function useMeeting(): MeetingDto {
  return useOutletContext<MeetingDto>();
}

function Head({ meeting }: { readonly meeting: MeetingDto }) {
  const { t, language } = useText();
  const title = pickLocal(meeting.title, language);
  const may = useMay();
  const institutionIds = [meeting.institution, ...meeting.hosts].map(({ id }) => id);
  const place = { institutionIds, meetingId: meeting.id };
  const base = `/meetings/${meeting.id}`;
  const parts = [
    { to: base, end: true, label: t('console.meeting.overview'), asks: 'meeting.read' },
    { to: `${base}/invitations`, label: t('console.meeting.invitations'), asks: 'meeting.invite' },
    { to: `${base}/answers`, label: t('console.meeting.answers'), asks: 'meeting.invite' },
    { to: `${base}/messages`, label: t('console.meeting.messages'), asks: 'meeting.invite' },
    { to: `${base}/attendance`, label: t('attendance.title'), asks: 'meeting.invite' },
    { to: `${base}/papers`, label: t('papers.console.title'), asks: 'meeting.invite' },
    { to: `${base}/files`, label: t('console.meeting.files'), asks: 'meeting.change' },
    { to: `${base}/mail`, label: t('console.meeting.mail'), asks: 'mail.read' },
    { to: `${base}/access`, label: t('console.meeting.access'), asks: 'grant.read' },
  ] as const;
  return (
    <>
      <div className={styles.head}>
        <DateBlock span={meeting} size="large" cancelled={meeting.state === 'cancelled'} />
        <div className={styles.words}>
          <PageHead
            title={title.text}
            lang={title.lang}
            back={{ to: '/meetings', label: t('console.nav.meetings') }}
          >
            <RelativeDay span={meeting} />
            {meeting.place?.city != null && ` · ${meeting.place.city}`}
            {meeting.onlineUrl !== null && ` · ${t('console.meeting.online')}`}
          </PageHead>
          <div className={styles.state}>
            <MeetingMark state={meeting.state} />
            <Text size="sm" c="dimmed">
              <Local text={meeting.institution.name} />
            </Text>
            {meeting.series !== null && <OfSeries meeting={meeting} series={meeting.series} />}
          </div>
          {may('meeting.change', place) && <MeetingActions meeting={meeting} />}
        </div>
      </div>
      <TabLinks label={t('console.meeting.parts')} tabs={parts.filter(({ asks }) => may(asks, place))} />
    </>
  );
}

interface OfSeriesProps {
  readonly meeting: MeetingDto;
  readonly series: NonNullable<MeetingDto['series']>;
}

/** Which series it is a date of; the name is a link for those who see the series itself. */
function OfSeries({ meeting, series }: OfSeriesProps) {
  const { t, language } = useText();
  const may = useMay();
  const name = pickLocal(series.name, language);
  return (
    <Text size="sm">
      {t('series-pages.date-of')}{' '}
      {may('meeting.read', { institutionIds: [meeting.institution.id] }) ? (
        <Anchor component={Link} to={`/series/${series.id}`} lang={name.lang} inherit underline="always">
          {name.text}
        </Anchor>
      ) : (
        <span lang={name.lang}>{name.text}</span>
      )}
    </Text>
  );
}
