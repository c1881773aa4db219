import { Stack, Text } from '@mantine/core';
import { IconArrowRight, IconBan, IconCircle, IconHandStop, IconPencil, IconPlus } from '@tabler/icons-react';
import type { DateEffectDto, SeriesReachDto } from '#contracts';
import { formatList } from '#i18n';
import { Cell, DataTable } from '../../ui/data-table.js';
import { MailSentence } from '../../ui/mail-sentence.js';
import { dayWords } from '../../ui/moment.js';
import { StateMark } from '../../ui/state-mark.js';
import { useText } from '../../ui/use-text.js';
import { labelKey } from '../meetings/meeting-labels.js';
import styles from './effects.module.css';

const marks = {
  moved: { tone: 'warn', Shape: IconArrowRight },
  changed: { tone: 'warn', Shape: IconPencil },
  cancelled: { tone: 'bad', Shape: IconBan },
  added: { tone: 'good', Shape: IconPlus },
  'kept-by-hand': { tone: 'quiet', Shape: IconHandStop },
  unchanged: { tone: 'quiet', Shape: IconCircle },
} as const satisfies Record<DateEffectDto['effect'], unknown>;

const order = ['moved', 'changed', 'cancelled', 'added', 'kept-by-hand', 'unchanged'] as const;

interface EffectsPreviewProps {
  readonly reach: SeriesReachDto;
}

/** How many mails leave the house: one summary a person, and a short one a date for the calendars. */
export function mailsOf({ mails, calendarMails }: SeriesReachDto): number {
  return mails.de + mails.en + calendarMails;
}

/** What a change does to each date of a series, and what leaves the house. */
export function EffectsPreview({ reach }: EffectsPreviewProps) {
  const { t } = useText();
  const shown = reach.effects.filter(({ effect }) => effect !== 'unchanged');
  return (
    <Stack gap="md">
      <Sums effects={reach.effects} />
      {shown.length > 0 && <Effects effects={shown} />}
      <MailSentence mails={reach.mails} />
      {reach.calendarMails > 0 && (
        <Text size="sm">{t('series-pages.effects.calendar-mails', { count: reach.calendarMails })}</Text>
      )}
    </Stack>
  );
}

/** A bar of all dates, parted by what becomes of them, with the numbers in words. */
function Sums({ effects }: { readonly effects: readonly DateEffectDto[] }) {
  const { t } = useText();
  const sums = order
    .map((effect) => ({ effect, count: effects.filter((one) => one.effect === effect).length }))
    .filter(({ count }) => count > 0);
  if (sums.length === 0) return <Text>{t('series-pages.effects.none')}</Text>;
  return (
    <div>
      <div aria-hidden="true" className={styles.bar}>
        {sums.map(({ effect, count }) => (
          <span key={effect} className={styles[effect]} style={{ flexGrow: count }} />
        ))}
      </div>
      <ul className={styles.sums} aria-label={t('series-pages.effects.title')}>
        {sums.map(({ effect, count }) => (
          <li key={effect}>
            <StateMark {...marks[effect]}>{t(`series-pages.effects.sums.${effect}`, { count })}</StateMark>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Effects({ effects }: { readonly effects: readonly DateEffectDto[] }) {
  const { t } = useText();
  const heads = {
    before: t('console.reach.before'),
    after: t('console.reach.after'),
    effect: t('series-pages.effects.what'),
    invited: t('series-pages.effects.told'),
  };
  return (
    <DataTable label={t('series-pages.effects.title')} columns={Object.values(heads)}>
      {effects.map((date) => (
        <tr key={date.dateId ?? date.after}>
          <Cell head={heads.before}>
            <Wall local={date.before} />
          </Cell>
          <Cell head={heads.after}>
            <Wall local={date.after} />
          </Cell>
          <Cell>
            <Effect date={date} />
          </Cell>
          <Cell head={heads.invited}>{date.invited > 0 && date.invited}</Cell>
        </tr>
      ))}
    </DataTable>
  );
}

function Effect({ date: { effect, touched } }: { readonly date: DateEffectDto }) {
  const { t, language } = useText();
  const fields = touched.map((field) => t(labelKey(field)));
  return (
    <div>
      <StateMark {...marks[effect]}>{t(`series-pages.effects.${effect}`)}</StateMark>
      {fields.length > 0 && (
        <Text size="sm" c="dimmed" mt={4}>
          {t('series-pages.effects.touched', { fields: formatList([...new Set(fields)], language) })}
        </Text>
      )}
    </div>
  );
}

/** A day with its time of day; whole days begin at midnight. */
function Wall({ local }: { readonly local: string | null }) {
  const { t, language } = useText();
  if (local === null) return <>–</>;
  const [day = '', time = ''] = local.split('T');
  return (
    <span className={styles.wall}>
      {dayWords(day, language)}
      {time !== '00:00' && `, ${t('common.time.clock', { time })}`}
    </span>
  );
}
