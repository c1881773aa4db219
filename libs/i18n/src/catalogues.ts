import agendaDe from './catalogues/de/agenda.json' with { type: 'json' };
import attendanceDe from './catalogues/de/attendance.json' with { type: 'json' };
import doorDe from './catalogues/de/door.json' with { type: 'json' };
import audiencesDe from './catalogues/de/audiences.json' with { type: 'json' };
import calendarsDe from './catalogues/de/calendars.json' with { type: 'json' };
import commonDe from './catalogues/de/common.json' with { type: 'json' };
import consoleDe from './catalogues/de/console.json' with { type: 'json' };
import directoryDe from './catalogues/de/directory.json' with { type: 'json' };
import errorsDe from './catalogues/de/errors.json' with { type: 'json' };
import handoverDe from './catalogues/de/handover.json' with { type: 'json' };
import hostViewDe from './catalogues/de/host-view.json' with { type: 'json' };
import hostsDe from './catalogues/de/hosts.json' with { type: 'json' };
import importedDe from './catalogues/de/import.json' with { type: 'json' };
import mailDe from './catalogues/de/mail.json' with { type: 'json' };
import mailPlanDe from './catalogues/de/mail-plan.json' with { type: 'json' };
import pagesDe from './catalogues/de/pages.json' with { type: 'json' };
import papersDe from './catalogues/de/papers.json' with { type: 'json' };
import peopleDe from './catalogues/de/people.json' with { type: 'json' };
import pollsDe from './catalogues/de/polls.json' with { type: 'json' };
import questionsDe from './catalogues/de/questions.json' with { type: 'json' };
import seatingDe from './catalogues/de/seating.json' with { type: 'json' };
import rightsDe from './catalogues/de/rights.json' with { type: 'json' };
import seriesDe from './catalogues/de/series.json' with { type: 'json' };
import seriesPeopleDe from './catalogues/de/series-people.json' with { type: 'json' };
import seriesPagesDe from './catalogues/de/series-pages.json' with { type: 'json' };
import sheetsDe from './catalogues/de/sheets.json' with { type: 'json' };
import agendaEn from './catalogues/en/agenda.json' with { type: 'json' };
import attendanceEn from './catalogues/en/attendance.json' with { type: 'json' };
import doorEn from './catalogues/en/door.json' with { type: 'json' };
import audiencesEn from './catalogues/en/audiences.json' with { type: 'json' };
import calendarsEn from './catalogues/en/calendars.json' with { type: 'json' };
import commonEn from './catalogues/en/common.json' with { type: 'json' };
import consoleEn from './catalogues/en/console.json' with { type: 'json' };
import directoryEn from './catalogues/en/directory.json' with { type: 'json' };
import errorsEn from './catalogues/en/errors.json' with { type: 'json' };
import handoverEn from './catalogues/en/handover.json' with { type: 'json' };
import hostViewEn from './catalogues/en/host-view.json' with { type: 'json' };
import hostsEn from './catalogues/en/hosts.json' with { type: 'json' };
import importedEn from './catalogues/en/import.json' with { type: 'json' };
import mailEn from './catalogues/en/mail.json' with { type: 'json' };
import mailPlanEn from './catalogues/en/mail-plan.json' with { type: 'json' };
import pagesEn from './catalogues/en/pages.json' with { type: 'json' };
import papersEn from './catalogues/en/papers.json' with { type: 'json' };
import peopleEn from './catalogues/en/people.json' with { type: 'json' };
import pollsEn from './catalogues/en/polls.json' with { type: 'json' };
import questionsEn from './catalogues/en/questions.json' with { type: 'json' };
import seatingEn from './catalogues/en/seating.json' with { type: 'json' };
import rightsEn from './catalogues/en/rights.json' with { type: 'json' };
import seriesEn from './catalogues/en/series.json' with { type: 'json' };
import seriesPeopleEn from './catalogues/en/series-people.json' with { type: 'json' };
import seriesPagesEn from './catalogues/en/series-pages.json' with { type: 'json' };
import sheetsEn from './catalogues/en/sheets.json' with { type: 'json' };

/** The texts of the interface by language and area; German gives the keys, the others must have the same ones. */
export const catalogues = {
  de: {
    agenda: agendaDe,
    audiences: audiencesDe,
    calendars: calendarsDe,
    common: commonDe,
    console: consoleDe,
    directory: directoryDe,
    errors: errorsDe,
    handover: handoverDe,
    'host-view': hostViewDe,
    hosts: hostsDe,
    import: importedDe,
    mail: mailDe,
    'mail-plan': mailPlanDe,
    pages: pagesDe,
    papers: papersDe,
    people: peopleDe,
    polls: pollsDe,
    questions: questionsDe,
    attendance: attendanceDe,
    door: doorDe,
    seating: seatingDe,
    rights: rightsDe,
    series: seriesDe,
    'series-pages': seriesPagesDe,
    'series-people': seriesPeopleDe,
    sheets: sheetsDe,
  },
  en: {
    agenda: agendaEn,
    audiences: audiencesEn,
    calendars: calendarsEn,
    common: commonEn,
    console: consoleEn,
    directory: directoryEn,
    errors: errorsEn,
    handover: handoverEn,
    'host-view': hostViewEn,
    hosts: hostsEn,
    import: importedEn,
    mail: mailEn,
    'mail-plan': mailPlanEn,
    pages: pagesEn,
    papers: papersEn,
    people: peopleEn,
    polls: pollsEn,
    questions: questionsEn,
    attendance: attendanceEn,
    door: doorEn,
    seating: seatingEn,
    rights: rightsEn,
    series: seriesEn,
    'series-pages': seriesPagesEn,
    'series-people': seriesPeopleEn,
    sheets: sheetsEn,
  },
} as const;

type PluralForm = 'zero' | 'one' | 'two' | 'few' | 'many' | 'other';
type WithoutPlural<Key extends string> = Key extends `${infer Base}_${PluralForm}` ? Base : Key;
type DottedKeys<Tree, Prefix extends string = ''> = {
  [Key in keyof Tree & string]: Tree[Key] extends string
    ? `${Prefix}${WithoutPlural<Key>}`
    : DottedKeys<Tree[Key], `${Prefix}${Key}.`>;
}[keyof Tree & string];

/** Every text there is, such as `pages.invitation.question`; plural forms are one key without their ending. */
export type TextKey = DottedKeys<(typeof catalogues)['de']>;

/** Every error that has a text, such as `invitation.expired`. */
export type ErrorCode = DottedKeys<(typeof catalogues)['de']['errors']>;
