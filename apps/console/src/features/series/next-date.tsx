import { Text } from '@mantine/core';
import { Link } from 'react-router';
import type { SeriesDateDto, SeriesDto } from '#contracts';
import { formatList } from '#i18n';
import { DateBlock, RelativeDay } from '../../ui/date-block.js';
import { pickLocal } from '../../ui/local-text.js';
import { useText } from '../../ui/use-text.js';
import { spanOf, takesPlace } from './date-state.js';
import styles from './series-page.module.css';

interface NextDateProps {
  readonly series: SeriesDto;
  readonly dates: readonly SeriesDateDto[];
}

/** The date that comes next, as the largest thing of the page. */
export function NextDate({ series, dates }: NextDateProps) {
  const { t, language } = useText();
  const next = dates.find(takesPlace);
  if (next?.meeting == null) return null;
  const { meeting } = next;
  const span = spanOf(next, series.zone);
  const title = pickLocal(meeting.title, language);
  const hosts = meeting.hosts.map((host) => pickLocal(host.name, language).text);
  return (
    <div className={styles.next}>
      <DateBlock span={span} size="large" />
      <div>
        <Text size="sm" c="dimmed">
          {t('series-pages.one.next')} · <RelativeDay span={span} />
        </Text>
        <Link to={`/meetings/${meeting.id}`} lang={title.lang} className={styles.title}>
          {title.text}
        </Link>
        {hosts.length > 0 && (
          <Text size="sm">{t('console.meeting.hosted-by', { hosts: formatList(hosts, language) })}</Text>
        )}
      </div>
    </div>
  );
}
