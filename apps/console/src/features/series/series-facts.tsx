import { Anchor, Title } from '@mantine/core';
import { Link } from 'react-router';
import type { SeriesDto } from '#contracts';
import { formatList, placeInOneLine } from '#i18n';
import { Facts } from '../../ui/facts.js';
import { pickLocal } from '../../ui/local-text.js';
import { useText } from '../../ui/use-text.js';
import styles from './series-page.module.css';

/** What every date of the series starts out with, and how it invites. */
export function SeriesFacts({ series }: { readonly series: SeriesDto }) {
  const { t, language } = useText();
  const { template, answerByLeadDays } = series;
  const place = template.place === null ? '' : placeInOneLine(template.place);
  const names = series.listings.map(({ name }) => pickLocal(name, language).text);
  return (
    <section aria-labelledby="facts" className={styles.dates}>
      <Title order={2} id="facts" size="h3" mb="xs">
        {t('series-pages.facts.title')}
      </Title>
      <Facts
        rows={[
          [t('console.meeting.title'), pickLocal(template.title, language).text],
          [t('console.meeting.where'), place],
          [t('console.meeting.online-address'), template.onlineUrl],
          [t('console.meeting.organiser'), series.organiser?.name],
          [t('console.meeting.listings'), formatList(names, language)],
          [t('console.meeting.capacity'), template.capacity ?? t('console.meeting.no-limit')],
          [t('console.meeting.visibility'), t(`console.meeting.visibilities.${template.visibility}`)],
          [t('series-pages.asking.title'), <Audience key="audience" series={series} />],
          [
            t('series-pages.asking.lead'),
            series.asking !== null &&
              `${t('series-pages.facts.lead', { count: series.inviteLeadDays })}, ${t(`series-pages.facts.${series.sending}`)}`,
          ],
          [
            t('console.meeting.answer-by'),
            answerByLeadDays !== null && t('series-pages.facts.lead', { count: answerByLeadDays }),
          ],
          [t('series-pages.holidays.title'), t(`series-pages.holidays.${series.holidays}`)],
          [t('series-pages.dates.window'), t('series-pages.facts.months', { count: series.windowMonths })],
        ]}
      />
    </section>
  );
}

function Audience({ series }: { readonly series: SeriesDto }) {
  const { t, language } = useText();
  const { asking, audienceName } = series;
  if (asking === null) return <>{t('series-pages.asking.nobody')}</>;
  if (asking.audience.kind === 'rule' || audienceName === null) return <>{t('audiences.composed')}</>;
  return (
    <Anchor component={Link} to={`/directory/audiences/${asking.audience.audienceId}`} inherit>
      {pickLocal(audienceName, language).text}
    </Anchor>
  );
}
