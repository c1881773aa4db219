import type { MailPlan } from '#contracts';
import type { Translator } from '#i18n';

/** What a meeting sends by itself, in a sentence each; null: nothing. */
export function planWords(
  { reminderDays, deputyDays, detailsDays, followUp }: MailPlan,
  t: Translator,
): string | null {
  const words = [
    ...reminderDays
      .toSorted((one, other) => other - one)
      .map((count) => t('mail-plan.words-of.reminder', { count })),
    deputyDays === null ? null : t('mail-plan.words-of.deputies', { count: deputyDays }),
    detailsDays === null ? null : t('mail-plan.words-of.details', { count: detailsDays }),
    followUp === null
      ? null
      : t(followUp.text === null ? 'mail-plan.words-of.no-follow-up' : 'mail-plan.words-of.follow-up', {
          count: followUp.daysAfter,
        }),
  ].filter((sentence) => sentence !== null);
  return words.length === 0 ? null : words.join(' ');
}
