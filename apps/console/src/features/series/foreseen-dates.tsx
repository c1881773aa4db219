import { Button, Text, Title, VisuallyHidden } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import {
  IconAlertTriangle,
  IconArrowRight,
  IconBeach,
  IconQuestionMark,
  IconX,
  type Icon,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import {
  endpoints,
  type BodyOf,
  type ConflictDto,
  type ForeseenDateDto,
  type ForeseenDatesDto,
} from '#contracts';
import { formatTimeRange } from '#i18n';
import { useApi } from '../../api/index.js';
import { dayWords, whenOf } from '../../ui/moment.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { useText, type Language } from '../../ui/use-text.js';
import { PREVIEW_AFTER_MS } from '../audiences/rule-preview.js';
import { ConflictWords } from '../meetings/date-conflicts.js';
import { finishedDates } from './dates-draft.js';
import styles from './dates.module.css';
import { landWords } from './land-words.js';
import { askingOf, lengthOf, wholeDays, type SeriesValues } from './series-values.js';
import { useConflicts } from './use-conflicts.js';
import type { YearPoint } from './year-points.js';
import { YearRing } from './year-ring.js';

const MOST_CONFLICTS = 3;

type Question = BodyOf<typeof endpoints.foreseeDates>;

interface ForeseenDatesProps {
  readonly values: SeriesValues;
  /** Meetings of the series itself, which do not stand against it. */
  readonly ownMeetingIds: readonly string[];
  /** Leaves a date of the rule out. */
  readonly onLeaveOut: (local: string) => void;
}

/** The next dates while the rule is being said, with what falls on them and what becomes of them. */
export function ForeseenDates({ values, ownMeetingIds, onLeaveOut }: ForeseenDatesProps) {
  const { t } = useText();
  const question = JSON.stringify(questionOf(values));
  const [settled] = useDebouncedValue(question, PREVIEW_AFTER_MS);
  const asked = JSON.parse(settled) as Question | null;
  return (
    <section aria-labelledby="foreseen" className={styles.foreseen}>
      <Title order={2} size="h3" id="foreseen" mb="xs">
        {t('series-pages.foreseen.title')}
      </Title>
      {asked === null ? (
        <Text size="sm" c="dimmed">
          {t(
            values.institutionId === null
              ? 'series-pages.foreseen.wait-institution'
              : 'series-pages.foreseen.wait',
          )}
        </Text>
      ) : (
        <Foreseen
          question={asked}
          isSettled={settled === question}
          allDay={values.allDay}
          ownMeetingIds={ownMeetingIds}
          onLeaveOut={values.dates.rhythm === 'picked' ? null : onLeaveOut}
        />
      )}
    </section>
  );
}

function questionOf(values: SeriesValues): Question | null {
  const rule = finishedDates(wholeDays(values));
  const body = {
    rule,
    zone: values.zone,
    lengthMinutes: lengthOf(values),
    holidays: values.holidays,
    institutionId: values.institutionId,
    asking: askingOf(values),
  };
  const parsed = endpoints.foreseeDates.body?.safeParse(body);
  return parsed?.success === true ? parsed.data : null;
}

interface ForeseenProps {
  readonly question: Question;
  /** False while something newer than what is shown was chosen. */
  readonly isSettled: boolean;
  readonly allDay: boolean;
  readonly ownMeetingIds: readonly string[];
  /** Null for dates that are picked one by one anyway. */
  readonly onLeaveOut: ((local: string) => void) | null;
}

function Foreseen({ question, isSettled, allDay, ownMeetingIds, onLeaveOut }: ForeseenProps) {
  const { t, language } = useText();
  const query = useApi(endpoints.foreseeDates, { body: question }, { keepsPrevious: true });
  if (query.error !== null) return <ProblemAlert error={query.error} />;
  if (query.data === undefined) return <Text size="sm">{t('console.loading')}</Text>;
  const isCurrent = isSettled && !query.isPlaceholderData;
  return (
    <div className={isCurrent ? undefined : styles.fades} aria-busy={!isCurrent}>
      <Text mb="sm">{query.data.ruleWords[language]}</Text>
      <VisuallyHidden component="output">{isCurrent && summaryOf(query.data, language, t)}</VisuallyHidden>
      {query.data.dates.length > 0 && (
        <div className={styles.columns}>
          <Days
            dates={query.data.dates}
            question={question}
            allDay={allDay}
            ownMeetingIds={ownMeetingIds}
            onLeaveOut={onLeaveOut}
          />
          <YearRing points={query.data.dates.map(pointOf)} />
        </div>
      )}
    </div>
  );
}

interface DaysProps extends Omit<ForeseenProps, 'isSettled'> {
  readonly dates: readonly ForeseenDateDto[];
}

function Days({ dates, question, allDay, ownMeetingIds, onLeaveOut }: DaysProps) {
  const { t, language } = useText();
  const { zone = 'Europe/Berlin', institutionId, asking = null } = question;
  const conflicts = useConflicts({ dates, zone, institutionId, asking, ownMeetingIds });
  return (
    <ol className={styles.days}>
      {dates.map((date, place) => (
        <li key={date.startsLocal}>
          <div>
            <SpanWords date={date} allDay={allDay} zone={zone} />
            <Notes date={date} conflicts={conflicts[place] ?? []} />
          </div>
          {onLeaveOut !== null && (
            <Button
              variant="subtle"
              size="compact-xs"
              aria-label={t('series-pages.foreseen.leave-out-day', {
                day: dayWords(date.startsLocal.slice(0, 10), language),
              })}
              onClick={() => onLeaveOut(date.startsLocal)}
            >
              {t('series-pages.foreseen.leave-out')}
            </Button>
          )}
        </li>
      ))}
    </ol>
  );
}

interface NotesProps {
  readonly date: ForeseenDateDto;
  readonly conflicts: readonly ConflictDto[];
}

/** What else is to be known of a date: holidays, what becomes of it, and what stands against it. */
function Notes({ date, conflicts }: NotesProps) {
  const { t, language } = useText();
  const shown = conflicts.slice(0, MOST_CONFLICTS);
  const further = conflicts.length - shown.length;
  return (
    <>
      {date.holidays.map(({ name, lands }) => (
        <Note key={name.de} Shape={IconBeach}>
          {t('series-pages.foreseen.holiday', { name: name[language], lands: landWords(lands, t, language) })}
        </Note>
      ))}
      <Becomes date={date} />
      {shown.map((conflict) => (
        <Note key={JSON.stringify(conflict)} Shape={IconAlertTriangle}>
          <span>
            <ConflictWords conflict={conflict} />
          </span>
        </Note>
      ))}
      {further > 0 && (
        <Note Shape={IconAlertTriangle}>{t('console.conflicts.further', { count: further })}</Note>
      )}
    </>
  );
}

function Note({ Shape, children }: { readonly Shape: Icon; readonly children: ReactNode }) {
  return (
    <span className={styles.note}>
      <Shape size={16} aria-hidden="true" /> {children}
    </span>
  );
}

const shapes = { moved: IconArrowRight, skipped: IconX, asked: IconQuestionMark } as const;

function Becomes({ date: { becomes, movedTo } }: { readonly date: ForeseenDateDto }) {
  const { t, language } = useText();
  if (becomes === null) return null;
  const day = movedTo === null ? '' : dayWords(movedTo.slice(0, 10), language);
  return <Note Shape={shapes[becomes]}>{t(`series-pages.foreseen.${becomes}`, { day })}</Note>;
}

type Texts = ReturnType<typeof useText>['t'];

interface SpanWordsProps {
  readonly date: ForeseenDateDto;
  readonly allDay: boolean;
  readonly zone: string;
}

/** Day and time, each on one line. */
function SpanWords({ date: { startsLocal, endsLocal }, allDay, zone }: SpanWordsProps) {
  const { language } = useText();
  const when = whenOf({ allDay, startsLocal, endsLocal, zone });
  return (
    <span className={styles.day}>
      <strong>{dayWords(startsLocal.slice(0, 10), language)}</strong>
      {when.kind === 'timed' && <span>{formatTimeRange(when.starts, when.ends, zone, language)}</span>}
    </span>
  );
}

function summaryOf({ dates, ruleWords }: ForeseenDatesDto, language: Language, t: Texts): string {
  const holidays = dates.filter((date) => date.holidays.length > 0).length;
  const [first] = dates;
  if (first === undefined) return ruleWords[language];
  return t('series-pages.foreseen.summary', {
    words: ruleWords[language],
    count: dates.length,
    day: dayWords(first.startsLocal.slice(0, 10), language),
    holidays,
  });
}

function pointOf({ startsLocal, becomes, movedTo }: ForeseenDateDto, place: number): YearPoint {
  const shape =
    becomes === 'asked' ? 'asked' : becomes === 'skipped' ? 'out' : place === 0 ? 'next' : 'coming';
  return { id: startsLocal, day: (movedTo ?? startsLocal).slice(0, 10), shape };
}
