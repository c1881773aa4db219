import { Anchor, Text } from '@mantine/core';
import { Link } from 'react-router';
import type { MeetingItemDto } from '#contracts';
import { formatList } from '#i18n';
import { CoverageBar } from '../../ui/coverage-bar.js';
import { DateBlock, RelativeDay } from '../../ui/date-block.js';
import { pickLocal } from '../../ui/local-text.js';
import { useText } from '../../ui/use-text.js';
import { MeetingMark } from '../meetings/meeting-mark.js';
import styles from './next-meeting.module.css';

/** The meeting that is next: the largest thing on the page. */
export function NextMeeting({ meeting }: { readonly meeting: MeetingItemDto }) {
  const { t, language } = useText();
  const title = pickLocal(meeting.title, language);
  const hosts = formatList(
    meeting.hosts.map((host) => pickLocal(host.name, language).text),
    language,
  );
  return (
    <section className={styles.next} aria-labelledby="next">
      <DateBlock span={meeting} size="large" />
      <div className={styles.words}>
        <Text c="dimmed">
          {t('console.home.next')} · <RelativeDay span={meeting} />
        </Text>
        <h2 id="next" className={styles.title}>
          <Anchor component={Link} to={`/meetings/${meeting.id}`} lang={title.lang} inherit c="inherit">
            {title.text}
          </Anchor>
        </h2>
        <Text>
          {[meeting.city ?? (meeting.online ? t('console.meeting.online') : ''), hosts]
            .filter((part) => part !== '')
            .join(' · ')}
        </Text>
        <div className={styles.standing}>
          {meeting.state === 'draft' && <MeetingMark state={meeting.state} />}
          {meeting.invited === 0 ? (
            <Anchor component={Link} to={`/meetings/${meeting.id}/invitations`}>
              {t('console.invite.choose')}
            </Anchor>
          ) : (
            <Answers meeting={meeting} />
          )}
        </div>
      </div>
    </section>
  );
}

function Answers({ meeting }: { readonly meeting: MeetingItemDto }) {
  const { t } = useText();
  const { clusters, people, seats, capacity } = meeting;
  return (
    <div className={styles.answers}>
      {clusters.total > 0 && (
        <CoverageBar
          size="large"
          done={clusters.answered}
          total={clusters.total}
          label={t('console.answers.clusters', { done: clusters.answered, count: clusters.total })}
        />
      )}
      <Anchor component={Link} to={`/meetings/${meeting.id}/answers`} mt={8} display="inline-block">
        {capacity === null
          ? t('console.answers.confirmed', { count: people.confirmed })
          : t('console.answers.seats', { confirmed: seats, capacity })}
        {people.waitlisted > 0 && ` · ${t('console.answers.waitlisted', { count: people.waitlisted })}`}
      </Anchor>
    </div>
  );
}
