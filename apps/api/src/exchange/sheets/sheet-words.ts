import { translator } from '#i18n';
import type { Translator } from '#i18n';
import { pickText, Temporal } from '#kernel';
import type { Language, LocalizedText } from '#kernel';
import type { SheetCell } from '#sheets';

/** How a table of one language, by the clock of one zone, says what its cells hold; nothing is empty. */
export interface SheetWords {
  readonly t: Translator;
  text(text: LocalizedText | null | undefined): string;
  texts(texts: readonly LocalizedText[]): string;
  /** From `2027-03-04`: `04.03.2027`, in English as it is; spreadsheets take both for a day. */
  day(day: string): string;
  /** From `2027-03-04T09:00:00Z`: `04.03.2027 10:00`. */
  moment(instant: string): string;
  /** The same as cells that a spreadsheet can reckon with. */
  dayCell(day: string | null | undefined): SheetCell;
  momentCell(instant: string | null | undefined): SheetCell;
  /** From `2027-03-04T10:00`: `04.03.2027 10:00`. */
  clockCell(local: string | null | undefined): SheetCell;
}

/** The words of a file. */
export function sheetWords(language: Language, zone: string): SheetWords {
  const text: SheetWords['text'] = (given) => (given == null ? '' : pickText(given, language).text);
  const dayWords = (given: Temporal.PlainDate) => (language === 'en' ? given.toString() : germanDay(given));
  const dayCell = (given: Temporal.PlainDate) => ({ text: dayWords(given), at: given.toString() });
  const clockCell = (given: Temporal.PlainDateTime) => ({
    text: `${dayWords(given.toPlainDate())} ${given.toPlainTime().toString(minutes)}`,
    at: given.toString(minutes),
  });
  const here = (instant: string) => Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDateTime();
  return {
    t: translator(language),
    text,
    texts: (given) => given.map(text).join('; '),
    day: (given) => dayWords(Temporal.PlainDate.from(given)),
    moment: (given) => clockCell(here(given)).text,
    dayCell: (given) => (isNothing(given) ? '' : dayCell(Temporal.PlainDate.from(given))),
    momentCell: (given) => (isNothing(given) ? '' : clockCell(here(given))),
    clockCell: (given) => (isNothing(given) ? '' : clockCell(Temporal.PlainDateTime.from(given))),
  };
}

const minutes = { smallestUnit: 'minute' } as const;

function isNothing(given: string | null | undefined): given is null | undefined | '' {
  return given === null || given === undefined || given === '';
}

function germanDay({ year, month, day }: Temporal.PlainDate): string {
  return `${String(day).padStart(2, '0')}.${String(month).padStart(2, '0')}.${String(year).padStart(4, '0')}`;
}
