import type { LocalizedText } from '#kernel';
import type { Translator } from './translator.js';

/** What a meeting sends by itself, as its contract has it. */
interface PlannedMails {
  readonly reminderDays: readonly number[];
  readonly deputyDays: number | null;
  readonly detailsDays: number | null;
  readonly followUp: {
    readonly daysAfter: number;
    readonly to: 'came' | 'invited';
    readonly text: LocalizedText | null;
  } | null;
}

/** What a meeting sends by itself, in a sentence each; null: nothing. */
export function mailPlanWords(
  { reminderDays, deputyDays, detailsDays, followUp }: PlannedMails,
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

/** The same with whom the follow-up goes to, and its text. */
export function wholeMailPlanWords(
  plan: PlannedMails,
  { t, text }: { readonly t: Translator; readonly text: (text: LocalizedText) => string },
): string | null {
  const words = mailPlanWords(plan, t);
  if (words === null || plan.followUp === null) return words;
  const { to, text: written } = plan.followUp;
  const recipients = t('rights.log.values.follow-up-to', { recipients: t(`mail-plan.recipients.${to}`) });
  return [words, recipients, written === null ? null : text(written)]
    .filter((part) => part !== null)
    .join(' ');
}
