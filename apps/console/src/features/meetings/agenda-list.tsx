import { Title } from '@mantine/core';
import type { MeetingDto } from '#contracts';
import { agendaTimes } from '#i18n';
import { Local } from '../../ui/local-text.js';
import { whenOf } from '../../ui/moment.js';
import { useText } from '../../ui/use-text.js';
import styles from './agenda.module.css';
import { TimeRange } from './agenda-item-fields.js';

/** The agenda as participants see it. */
export function AgendaList({ meeting }: { readonly meeting: MeetingDto }) {
  const { t } = useText();
  const { agenda } = meeting;
  if (agenda.length === 0) return null;
  const times = agendaTimes(
    whenOf(meeting),
    agenda.map(({ minutes }) => minutes),
  );
  return (
    <section aria-labelledby="agenda" className={styles.list}>
      <Title order={2} id="agenda" size="h3" mb="xs">
        {t('agenda.title')}
      </Title>
      <ol>
        {agenda.map(({ kind, title, speaker }, place) => {
          const time = times[place] ?? null;
          const isPlain = kind === 'talk' || kind === 'break';
          const about = [isPlain ? null : t(`agenda.kinds.${kind}`), speaker].filter((part) => part !== null);
          return (
            // eslint-disable-next-line react/no-array-index-key -- an item has no other name than its place
            <li key={place}>
              <span className={styles.time}>{time !== null && <TimeRange time={time} />}</span>
              <span>
                <Local text={title} />
                {about.length > 0 && <span className={styles.about}>{about.join(' · ')}</span>}
              </span>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
