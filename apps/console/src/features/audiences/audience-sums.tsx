import { Stack, Text } from '@mantine/core';
import {
  IconMailOff,
  IconMailX,
  IconUserMinus,
  IconUserOff,
  IconUsersGroup,
  type Icon,
} from '@tabler/icons-react';
import type { AudiencePreviewDto } from '#contracts';
import { formatList } from '#i18n';
import { pickLocal } from '../../ui/local-text.js';
import { dayWords } from '../../ui/moment.js';
import { StateMark, type Tone } from '../../ui/state-mark.js';
import { useText } from '../../ui/use-text.js';
import styles from './audiences.module.css';
import { CountBars } from './count-bars.js';

type Sums = Omit<AudiencePreviewDto, 'items'>;

/** What an audience comes to: how many, where from, and where nobody comes from and why. */
export function AudienceSums({ sums }: { readonly sums: Sums }) {
  const { t, language } = useText();
  const clusters = sums.clusters.map(({ institution, people }) => ({
    key: institution.id,
    label: pickLocal(institution.name, language).text,
    count: people,
  }));
  const laender = sums.laender.map(({ land, people }) => ({
    key: land,
    label: t(`console.place.lands.${land}`),
    count: people,
  }));
  return (
    <Stack gap="md">
      <Text fz="lg" fw={600} aria-live="polite">
        {sums.people === 0 ? t('audiences.none') : t('audiences.people', { count: sums.people })}
      </Text>
      <Troubles sums={sums} />
      <CountBars title={t('audiences.bars.clusters')} rows={clusters} />
      <CountBars title={t('audiences.bars.laender')} rows={laender} />
      <Vacancies sums={sums} />
    </Stack>
  );
}

const troubles = [
  ['withoutAddress', 'audiences.without-address', 'bad', IconMailOff],
  ['bounced', 'audiences.bounced', 'bad', IconMailX],
  ['unsubscribed', 'audiences.unsubscribed', 'warn', IconMailX],
  ['merged', 'audiences.merged', 'quiet', IconUsersGroup],
  ['excluded', 'audiences.excluded', 'quiet', IconUserMinus],
] as const satisfies readonly (readonly [keyof Sums, string, Tone, Icon])[];

function Troubles({ sums }: { readonly sums: Sums }) {
  const { t } = useText();
  const present = troubles.filter(([key]) => sums[key] > 0);
  if (present.length === 0) return null;
  return (
    <ul className={styles.troubles}>
      {present.map(([key, text, tone, Shape]) => (
        <li key={key}>
          <StateMark tone={tone} Shape={Shape}>
            {t(text, { count: sums[key] })}
          </StateMark>
        </li>
      ))}
    </ul>
  );
}

function Vacancies({ sums }: { readonly sums: Sums }) {
  const { t, language } = useText();
  const seats = sums.vacancies.reduce((sum, vacancy) => sum + vacancy.seats, 0);
  const bare = sums.withoutOffice.map(({ name }) => pickLocal(name, language).text);
  if (seats === 0 && bare.length === 0) return null;
  return (
    <div>
      {seats > 0 && (
        <StateMark tone="warn" Shape={IconUserOff}>
          {t('audiences.vacancies', { count: seats })}
        </StateMark>
      )}
      {sums.vacancies.map((vacancy) => (
        <Text key={`${vacancy.office.id} ${vacancy.since} ${vacancy.filledFrom}`} size="sm">
          <VacancyWords vacancy={vacancy} />
        </Text>
      ))}
      {bare.length > 0 && (
        <Text size="sm" c="dimmed" mt={4}>
          {t('audiences.without-office', { list: formatList(bare, language) })}
        </Text>
      )}
    </div>
  );
}

function VacancyWords({ vacancy }: { readonly vacancy: Sums['vacancies'][number] }) {
  const { t, language } = useText();
  const { institution, office, since, filledFrom } = vacancy;
  const day = (text: string) => dayWords(text, language);
  const words = [
    `${pickLocal(institution.name, language).text}, ${pickLocal(office.name, language).text}`,
    since === null ? t('audiences.never-held') : t('audiences.since', { day: day(since) }),
    ...(filledFrom === null ? [] : [t('audiences.filled-from', { day: day(filledFrom) })]),
  ];
  return <>{words.join(' · ')}</>;
}
