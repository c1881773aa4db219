import { Text } from '@mantine/core';
import type { AnswersSummaryDto } from '#contracts';
import type { Translator } from '#i18n';
import { pickLocal } from '../../ui/local-text.js';
import { useText } from '../../ui/use-text.js';

/** What is taken of each kind of seat, and why people wait while seats are free. */
export function SeatCounts({ answers }: { readonly answers: AnswersSummaryDto }) {
  const { t, language } = useText();
  const kinds = answers.contingents.map(({ name, taken, seats }) => {
    const words = { name: pickLocal(name, language).text, taken };
    return seats === null
      ? t('seating.counts.kind-open', words)
      : t('seating.counts.kind', { ...words, seats });
  });
  const why = whyWaiting(answers, t);
  return (
    <>
      {kinds.length > 0 && <Text c="dimmed">{kinds.join(' · ')}</Text>}
      {why !== null && <Text c="dimmed">{why}</Text>}
    </>
  );
}

/** Null where nobody waits, or every seat is taken. */
function whyWaiting({ capacity, seats, next }: AnswersSummaryDto, t: Translator): string | null {
  const free = capacity === null ? 0 : capacity - seats;
  if (next === null || free <= 0) return null;
  // A quota passes them over for those behind; the other limits hold the line up.
  const [lacks = 'host'] = next.lacks;
  // Seats of those who have registered on the public page and may still confirm it are taken for a while.
  if (lacks === 'capacity' && next.seats <= free) return null;
  const party = t('seating.next.party', { count: next.seats });
  return `${t('seating.next.free', { count: free })}; ${party}, ${t(`seating.next.${lacks}`)}.`;
}
