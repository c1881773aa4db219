import { Text } from '@mantine/core';
import type { InvitationDto } from '#contracts';
import { formatList } from '#i18n';
import { pickLocal } from '../../ui/local-text.js';
import { momentWords } from '../../ui/moment.js';
import { useText } from '../../ui/use-text.js';

/** Companions, the kind of seat, until when it is held, and what the host decided. */
export function SeatWords({ invitation }: { readonly invitation: InvitationDto }) {
  const { t, language } = useText();
  const { seats, companions, contingent, offeredUntil, cause, decisionNote, reservedSeat, exceeds } =
    invitation;
  const names = companions.filter((name) => name !== '');
  const words = [
    contingent === null ? null : pickLocal(contingent.name, language).text,
    seats < 2 ? null : t('seating.words.party', { count: seats }),
    names.length === 0 ? null : t('seating.words.with', { names: formatList(names, language) }),
    offeredUntil === null ? null : t('seating.words.held', { moment: momentWords(offeredUntil, language) }),
    exceeds === null ? null : t(`seating.exceeds.${exceeds.limit}`, { most: exceeds.most }),
    reservedSeat ? t('seating.words.kept') : null,
    cause === 'offer-lapsed' ? t('seating.words.offer-lapsed') : null,
    decisionNote === null ? null : `„${decisionNote}“`,
  ].filter((word) => word !== null);
  if (words.length === 0) return null;
  return (
    <Text size="sm" c="dimmed">
      {words.join(' · ')}
    </Text>
  );
}
