import { Button, Group, Text, Title } from '@mantine/core';
import { useState } from 'react';
import type { SeriesDateDto, SeriesDto } from '#contracts';
import { useMay } from '../../api/index.js';
import { DateBlock } from '../../ui/date-block.js';
import { dayWords } from '../../ui/moment.js';
import { useText } from '../../ui/use-text.js';
import { DateDialog } from './date-menu.js';
import { spanOf, startOfDate } from './date-state.js';
import { landWords } from './land-words.js';
import styles from './waiting-dates.module.css';

interface WaitingDatesProps {
  readonly series: SeriesDto;
  readonly dates: readonly SeriesDateDto[];
}

/** What waits for the host's word, before everything else. */
export function WaitingDates({ series, dates }: WaitingDatesProps) {
  const { t } = useText();
  return (
    <section aria-labelledby="waiting" className={styles.waiting}>
      <Title order={2} id="waiting" size="h3" mb="xs">
        {t('series-pages.waiting.title', { count: dates.length })}
      </Title>
      <ul className={styles.list}>
        {dates.map((date) => (
          <Waiting key={date.id} series={series} date={date} />
        ))}
      </ul>
    </section>
  );
}

function Waiting({ series, date }: { readonly series: SeriesDto; readonly date: SeriesDateDto }) {
  const { t, language } = useText();
  const may = useMay();
  const [dialog, setDialog] = useState<'keep' | 'move' | 'skip' | 'nod' | null>(null);
  const place = { institutionIds: [series.institution.id] };
  const day = dayWords(startOfDate(date).slice(0, 10), language);
  const isAsked = date.state === 'asked';
  const choices = isAsked
    ? may('meeting.change', place)
      ? (['keep', 'move', 'skip'] as const)
      : []
    : may('meeting.invite', place)
      ? (['nod'] as const)
      : [];
  return (
    <li className={styles.item}>
      <DateBlock span={spanOf(date, series.zone)} />
      <div className={styles.words}>
        <Text>
          {isAsked && date.holiday !== null
            ? t('series-pages.waiting.holiday', {
                name: date.holiday.name[language],
                lands: landWords(date.holiday.lands, t, language),
              })
            : t('series-pages.waiting.nod')}
        </Text>
        <Group gap="xs" mt="xs">
          {choices.map((choice) => (
            <Button
              key={choice}
              size="xs"
              variant={choice === 'nod' ? 'filled' : 'default'}
              aria-label={`${choiceWords(choice, t)}: ${day}`}
              onClick={() => setDialog(choice)}
            >
              {choiceWords(choice, t)}
            </Button>
          ))}
        </Group>
      </div>
      <DateDialog dialog={dialog} series={series} date={date} onClose={() => setDialog(null)} />
    </li>
  );
}

function choiceWords(choice: 'keep' | 'move' | 'skip' | 'nod', t: ReturnType<typeof useText>['t']): string {
  return choice === 'nod' ? t('series-pages.waiting.invite') : t(`series-pages.decide.${choice}`);
}
