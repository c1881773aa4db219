import { translator } from '#i18n';
import type { Translator } from '#i18n';
import { pickText, Temporal } from '#kernel';
import type { Language, LocalizedText } from '#kernel';

/** How a table of one language, by the clock of one zone, says what its cells hold; nothing is empty. */
export interface SheetWords {
  readonly t: Translator;
  text(text: LocalizedText | null | undefined): string;
  texts(texts: readonly LocalizedText[]): string;
  /** From `2027-03-04`: `04.03.2027`, in English as it is; spreadsheets take both for a day. */
  day(day: string | null | undefined): string;
  /** From `2027-03-04T10:00`: `04.03.2027 10:00`. */
  clock(local: string | null | undefined): string;
  /** From `2027-03-04T09:00:00Z`: `04.03.2027 10:00`. */
  moment(instant: string | null | undefined): string;
}

/** The words of a file. */
export function sheetWords(language: Language, zone: string): SheetWords {
  const text: SheetWords['text'] = (given) => (given == null ? '' : pickText(given, language).text);
  const day = (given: Temporal.PlainDate) => (language === 'en' ? given.toString() : germanDay(given));
  const clock = (given: Temporal.PlainDateTime) =>
    `${day(given.toPlainDate())} ${given.toPlainTime().toString({ smallestUnit: 'minute' })}`;
  return {
    t: translator(language),
    text,
    texts: (given) => given.map(text).join('; '),
    day: (given) => (given == null ? '' : day(Temporal.PlainDate.from(given))),
    clock: (given) => (given == null ? '' : clock(Temporal.PlainDateTime.from(given))),
    moment: (given) =>
      given == null ? '' : clock(Temporal.Instant.from(given).toZonedDateTimeISO(zone).toPlainDateTime()),
  };
}

function germanDay({ year, month, day }: Temporal.PlainDate): string {
  return `${String(day).padStart(2, '0')}.${String(month).padStart(2, '0')}.${String(year).padStart(4, '0')}`;
}
