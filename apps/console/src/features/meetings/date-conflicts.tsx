import { List, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { endpoints, type ConflictDto } from '#contracts';
import { formatList } from '#i18n';
import { useApi } from '../../api/index.js';
import { pickLocal } from '../../ui/local-text.js';
import { dayWords } from '../../ui/moment.js';
import { useText } from '../../ui/use-text.js';

const AFTER_MS = 400;
const MOST_NAMES = 4;
const MOST_CONFLICTS = 6;

interface AskedDate {
  readonly startsLocal: string;
  readonly endsLocal: string;
  readonly zone: string;
  readonly institutionIds: readonly string[];
  readonly exceptMeetingId: string | null;
}

/** What stands against the date being written; nothing while there is nothing, or no whole date. */
export function DateConflicts({ asked }: { readonly asked: AskedDate | null }) {
  const [settled] = useDebouncedValue(asked, AFTER_MS);
  return settled === null || settled.institutionIds.length === 0 ? null : <Found {...settled} />;
}

function Found({ institutionIds, exceptMeetingId, ...date }: AskedDate) {
  const { t } = useText();
  const body = { dates: [date], institutionIds: [...institutionIds], exceptMeetingId };
  const { data } = useApi(endpoints.findConflicts, { body }, { keepsPrevious: true });
  const conflicts = data?.dates[0]?.conflicts ?? [];
  if (conflicts.length === 0) return null;
  const further = conflicts.length - MOST_CONFLICTS;
  return (
    <section aria-live="polite" aria-label={t('console.conflicts.title')}>
      <List size="sm" spacing={4} icon={<IconAlertTriangle size={16} aria-hidden />}>
        {conflicts.slice(0, MOST_CONFLICTS).map((conflict, index) => (
          <List.Item key={index}>
            <ConflictWords conflict={conflict} />
          </List.Item>
        ))}
      </List>
      {further > 0 && <Text size="sm">{t('console.conflicts.further', { count: further })}</Text>}
    </section>
  );
}

/** One thing that stands against a date, and whom it affects. */
export function ConflictWords({ conflict }: { readonly conflict: ConflictDto }): ReactNode {
  const { t, language } = useText();
  const say = (name: ConflictDto & { kind: 'meeting' }) => {
    const institution = pickLocal(name.institution.name, language).text;
    const when = name.overlaps ? 'overlaps' : 'same-day';
    if (name.meeting === null) return t(`console.conflicts.hidden-${when}`, { institution });
    const title = pickLocal(name.meeting.title, language).text;
    return t(`console.conflicts.meeting-${when}`, { title, institution });
  };
  switch (conflict.kind) {
    case 'weekend':
      return t('console.conflicts.weekend', { day: dayWords(conflict.on, language) });
    case 'public-holiday': {
      const day = dayWords(conflict.on, language);
      const words = t('console.conflicts.public-holiday', { day, name: conflict.name[language] });
      return <WithAffected words={words} affected={conflict.affected} />;
    }
    case 'imported': {
      const calendar = pickLocal(conflict.calendar, language).text;
      const words = conflict.summary === '' ? calendar : `${calendar}: ${conflict.summary}`;
      return <WithAffected words={words} affected={conflict.affected} />;
    }
    case 'meeting':
      return <WithAffected words={say(conflict)} affected={conflict.affected} />;
  }
}

function WithAffected({
  words,
  affected,
}: {
  readonly words: string;
  readonly affected: Extract<ConflictDto, { kind: 'meeting' }>['affected'];
}) {
  const { t, language } = useText();
  const names = affected.map(({ name }) => pickLocal(name, language).text);
  const rest = names.length - MOST_NAMES;
  const shown =
    rest > 1 ? [...names.slice(0, MOST_NAMES), t('console.conflicts.more', { count: rest })] : names;
  return (
    <>
      {words}{' '}
      <Text span c="dimmed">
        {t('console.conflicts.affects', { who: formatList(shown, language) })}
      </Text>
    </>
  );
}
