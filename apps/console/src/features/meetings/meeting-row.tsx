import { Text } from '@mantine/core';
import type { MeetingItemDto } from '#contracts';
import { formatList } from '#i18n';
import { CoverageBar } from '../../ui/coverage-bar.js';
import { Cell, RowLink } from '../../ui/data-table.js';
import { DateBlock, TimeWords } from '../../ui/date-block.js';
import { pickLocal } from '../../ui/local-text.js';
import { useText } from '../../ui/use-text.js';
import { MeetingMark } from './meeting-mark.js';
import styles from './meeting-row.module.css';

/** A meeting in the list: the date, what and where, its state, and how the answers stand. */
export function MeetingRow({ meeting }: { readonly meeting: MeetingItemDto }) {
  const { t, language } = useText();
  const title = pickLocal(meeting.title, language);
  const hosts = meeting.hosts.map((host) => pickLocal(host.name, language).text);
  return (
    <tr className={styles.row}>
      <td className={styles.date}>
        <DateBlock span={meeting} cancelled={meeting.state === 'cancelled'} />
      </td>
      <td className={styles.what}>
        <div>
          <RowLink to={`/meetings/${meeting.id}`} lang={title.lang}>
            {title.text}
          </RowLink>
          <Text size="sm" c="dimmed">
            <TimeWords span={meeting} />
            {placeWords(meeting, t('console.meeting.online')).map((place) => ` · ${place}`)}
          </Text>
          {hosts.length > 0 && (
            <Text size="sm" c="dimmed">
              {t('console.meeting.hosted-by', { hosts: formatList(hosts, language) })}
            </Text>
          )}
        </div>
      </td>
      <Cell>
        <MeetingMark state={meeting.state} />
      </Cell>
      <td className={styles.answers}>
        <Answers meeting={meeting} />
      </td>
    </tr>
  );
}

function Answers({ meeting }: { readonly meeting: MeetingItemDto }) {
  const { t } = useText();
  const { clusters, invited, people, seats, capacity } = meeting;
  if (invited === 0) {
    return (
      <Text size="sm" c="dimmed">
        {t('console.meetings.nobody-invited')}
      </Text>
    );
  }
  return (
    <div>
      {clusters.total > 0 && (
        <CoverageBar
          done={clusters.answered}
          total={clusters.total}
          label={t('console.answers.clusters', { done: clusters.answered, count: clusters.total })}
        />
      )}
      <Text size="sm" c="dimmed" mt={4}>
        {capacity === null
          ? t('console.answers.confirmed', { count: people.confirmed })
          : t('console.answers.seats', { confirmed: seats, capacity })}
        {people.waitlisted > 0 && ` · ${t('console.answers.waitlisted', { count: people.waitlisted })}`}
      </Text>
    </div>
  );
}

function placeWords(meeting: MeetingItemDto, online: string): string[] {
  return [...(meeting.city === null ? [] : [meeting.city]), ...(meeting.online ? [online] : [])];
}
