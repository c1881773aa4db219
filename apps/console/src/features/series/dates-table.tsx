import { Text } from '@mantine/core';
import {
  IconAlertCircle,
  IconBan,
  IconBeach,
  IconHandStop,
  IconMail,
  IconMinus,
  IconQuestionMark,
} from '@tabler/icons-react';
import type { SeriesDateDto, SeriesDto } from '#contracts';
import { formatList } from '#i18n';
import { useMay } from '../../api/index.js';
import { CoverageBar } from '../../ui/coverage-bar.js';
import { DataTable, RowLink } from '../../ui/data-table.js';
import { DateBlock, TimeWords } from '../../ui/date-block.js';
import { pickLocal } from '../../ui/local-text.js';
import { dayWords } from '../../ui/moment.js';
import { StateMark } from '../../ui/state-mark.js';
import { useText } from '../../ui/use-text.js';
import { labelKey } from '../meetings/meeting-labels.js';
import { DateMenu } from './date-menu.js';
import { spanOf, takesPlace } from './date-state.js';
import { landWords } from './land-words.js';
import styles from './dates-table.module.css';

interface DatesTableProps {
  readonly series: SeriesDto;
  readonly dates: readonly SeriesDateDto[];
  readonly isPast: boolean;
}

/** The dates of a series: which, who hosts, how the answers stand, and what is out of the ordinary. */
export function DatesTable({ series, dates, isPast }: DatesTableProps) {
  const { t } = useText();
  const may = useMay();
  const mayChange = may('meeting.change', { institutionIds: [series.institution.id] });
  const columns = ['date', 'meeting', 'answers', 'state', 'actions'] as const;
  return (
    <DataTable
      label={t('series-pages.one.dates')}
      columns={columns.map((column) => t(`series-pages.columns.${column}`))}
    >
      {dates.map((date) => (
        <tr key={date.id} className={styles.row}>
          <td className={styles.date}>
            <DateBlock
              span={spanOf(date, series.zone)}
              cancelled={!takesPlace(date) && date.state !== 'asked'}
            />
          </td>
          <td className={styles.what}>
            <What date={date} zone={series.zone} />
          </td>
          <td className={styles.answers}>
            <Answers date={date} isPast={isPast} />
          </td>
          <td className={styles.state}>
            <Marks date={date} />
          </td>
          <td className={styles.menu}>{mayChange && !isPast && <DateMenu series={series} date={date} />}</td>
        </tr>
      ))}
    </DataTable>
  );
}

function What({ date, zone }: { readonly date: SeriesDateDto; readonly zone: string }) {
  const { t, language } = useText();
  const { meeting, originalLocal, number } = date;
  if (meeting === null) {
    return (
      <Text c="dimmed">{number === null ? t('series-pages.one.no-meeting') : numberWords(t, number)}</Text>
    );
  }
  const title = pickLocal(meeting.title, language);
  const hosts = meeting.hosts.map((host) => pickLocal(host.name, language).text);
  const isMoved = originalLocal.slice(0, 10) !== meeting.startsLocal.slice(0, 10);
  return (
    <div>
      <RowLink to={`/meetings/${meeting.id}`} lang={title.lang}>
        {title.text}
      </RowLink>
      <Text size="sm" c="dimmed">
        {number !== null && `${numberWords(t, number)} · `}
        <span className={styles.when}>
          <TimeWords span={spanOf(date, zone)} />
        </span>
        {isMoved &&
          ` · ${t('series-pages.one.moved-from', { day: dayWords(originalLocal.slice(0, 10), language) })}`}
      </Text>
      {hosts.length > 0 && (
        <Text size="sm" c="dimmed">
          {t('console.meeting.hosted-by', { hosts: formatList(hosts, language) })}
        </Text>
      )}
    </div>
  );
}

function numberWords(t: ReturnType<typeof useText>['t'], number: number): string {
  return t('series-pages.one.number', { number });
}

function Answers({ date, isPast }: { readonly date: SeriesDateDto; readonly isPast: boolean }) {
  const { t, language } = useText();
  const { meeting, inviteAt } = date;
  if (meeting === null) return null;
  if (meeting.invited > 0) {
    return (
      <CoverageBar
        done={meeting.answered}
        total={meeting.invited}
        label={t('series-pages.one.answered', {
          answered: meeting.answered,
          count: meeting.invited,
          confirmed: meeting.confirmed,
        })}
      />
    );
  }
  const words =
    inviteAt !== null && !isPast && meeting.state === 'published'
      ? t('series-pages.one.invites-on', { day: dayWords(inviteAt.slice(0, 10), language) })
      : t('console.meetings.nobody-invited');
  return (
    <Text size="sm" c="dimmed">
      {words}
    </Text>
  );
}

function Marks({ date }: { readonly date: SeriesDateDto }) {
  const { t, language } = useText();
  const { state, meeting, holiday, touched, awaitsNod } = date;
  const fields = [...new Set(touched.map((field) => t(labelKey(field))))];
  return (
    <div className={styles.marks}>
      {state === 'asked' && (
        <StateMark tone="warn" Shape={IconQuestionMark}>
          {t('series-pages.one.asked')}
        </StateMark>
      )}
      {state === 'skipped' && (
        <StateMark tone="quiet" Shape={IconMinus}>
          {t('series-pages.one.skipped')}
        </StateMark>
      )}
      {meeting?.state === 'cancelled' && (
        <StateMark tone="bad" Shape={IconBan}>
          {t('console.meeting.states.cancelled')}
        </StateMark>
      )}
      {meeting?.state === 'draft' && (
        <StateMark tone="quiet" Shape={IconAlertCircle}>
          {t('console.meeting.states.draft')}
        </StateMark>
      )}
      {awaitsNod && (
        <StateMark tone="warn" Shape={IconMail}>
          {t('series-pages.one.awaits-nod')}
        </StateMark>
      )}
      {touched.length > 0 && (
        <StateMark tone="quiet" Shape={IconHandStop}>
          {t('series-pages.one.touched', { fields: formatList(fields, language) })}
        </StateMark>
      )}
      {holiday !== null && (
        <StateMark tone="warn" Shape={IconBeach}>
          {t('series-pages.one.holiday', {
            name: holiday.name[language],
            lands: landWords(holiday.lands, t, language),
          })}
        </StateMark>
      )}
    </div>
  );
}
