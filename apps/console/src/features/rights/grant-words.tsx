import type { GrantDto } from '#contracts';
import { Local } from '../../ui/local-text.js';
import { dayWords } from '../../ui/moment.js';
import { useText } from '../../ui/use-text.js';

interface GrantProps {
  readonly grant: GrantDto;
}

/** Where the role is held: an institution, one meeting, or everywhere. */
export function GrantPlace({ grant: { institution, meeting } }: GrantProps) {
  const { t } = useText();
  const text = institution?.name ?? meeting?.title;
  return text === undefined ? t('rights.everywhere') : <Local text={text} />;
}

/** Why somebody has the role; said below it, for a column of its own would not fit in German. */
export function GrantReason({ grant: { office } }: GrantProps) {
  const { t } = useText();
  if (office === null) return t('rights.by-name');
  return (
    <>
      {t('rights.by-office')} <Local text={office} />
    </>
  );
}

/** From when until when it is held. */
export function GrantPeriod({ grant: { validFrom, validUntil } }: GrantProps) {
  const { t, language } = useText();
  const from = dayWords(validFrom, language);
  if (validUntil === null) return t('console.period.since', { day: from });
  return t('console.period.span', { from, until: dayWords(validUntil, language) });
}
