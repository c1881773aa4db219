import type { LocalizedText } from '#kernel';
import { catalogues } from './catalogues.js';
import type { TextKey } from './catalogues.js';
import { isToldInParts, wordsOfParts } from './log-parts.js';
import type { ValueWords } from './value-words.js';

/** What is too much for a line, and stands with the record itself. */
const whole: ReadonlySet<string> = new Set(['asking', 'logoFileId', 'patch', 'rule']);

const NOTHING = '–';
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;
const WALL_CLOCK = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})(:00)?$/;

const values = new Map<string, TextKey>([
  ['afterAnswerBy host', 'seating.later.host'],
  ['afterAnswerBy promote', 'seating.later.promote'],
  ['answer maybe', 'common.answer.maybe'],
  ['answer no', 'common.answer.no'],
  ['answer substitute', 'common.answer.substitute'],
  ['answer yes', 'common.answer.yes'],
  ['attendance absent', 'attendance.states.absent'],
  ['attendance excused', 'attendance.states.excused'],
  ['attendance present', 'attendance.states.present'],
  ['audience hosts', 'rights.log.values.for-hosts'],
  ['audience invited', 'rights.log.values.for-invited'],
  ['audience public', 'rights.log.values.for-all'],
  ['decision both', 'rights.log.values.both'],
  ['decision keep', 'rights.log.values.keep'],
  ['decision move', 'rights.log.values.move'],
  ['decision open', 'rights.log.values.undecided'],
  ['decision replace', 'rights.log.values.replace'],
  ['decision skip', 'rights.log.values.skip'],
  ['holidays ask', 'series-pages.holidays.ask'],
  ['holidays keep', 'series-pages.holidays.keep'],
  ['holidays move', 'series-pages.holidays.move'],
  ['holidays skip', 'series-pages.holidays.skip'],
  ['language de', 'console.language.names.de'],
  ['language en', 'console.language.names.en'],
  ['line arrival', 'seating.lines.arrival'],
  ['line clusters-first', 'seating.lines.clusters-first'],
  ['mainLanguage de', 'console.language.names.de'],
  ['mainLanguage en', 'console.language.names.en'],
  ['paper badges', 'papers.file-names.badges'],
  ['paper certificates', 'papers.file-names.certificates'],
  ['paper sign-in-sheet', 'papers.file-names.sign-in-sheet'],
  ['registration awaiting_approval', 'common.state.awaiting_approval'],
  ['registration cancelled', 'common.state.cancelled'],
  ['registration confirmed', 'common.state.confirmed'],
  ['registration declined', 'common.state.declined'],
  ['registration offered', 'common.state.offered'],
  ['registration tentative', 'common.state.tentative'],
  ['registration waitlisted', 'common.state.waitlisted'],
  ['salutation frau', 'console.person.salutations.frau'],
  ['salutation herr', 'console.person.salutations.herr'],
  ['salutation none', 'console.person.salutations.none'],
  ['sending after-nod', 'rights.log.values.after-nod'],
  ['sending by-itself', 'rights.log.values.by-itself'],
  ['state accepted', 'rights.log.values.accepted'],
  ['state active', 'rights.log.values.active'],
  ['state asked', 'sheets.turns.asked'],
  ['state cancelled', 'console.meeting.states.cancelled'],
  ['state confirmed', 'sheets.turns.confirmed'],
  ['state consented', 'rights.log.values.consented'],
  ['state declined', 'sheets.turns.declined'],
  ['state done', 'rights.log.values.done'],
  ['state draft', 'console.meeting.states.draft'],
  ['state ended', 'rights.log.values.ended'],
  ['state lapsed', 'sheets.turns.lapsed'],
  ['state open', 'rights.log.values.open'],
  ['state paused', 'rights.log.values.paused'],
  ['state proposed', 'sheets.turns.proposed'],
  ['state published', 'console.meeting.states.published'],
  ['state refused', 'rights.log.values.refused'],
  ['state superseded', 'rights.log.values.superseded'],
  ['state taken-back', 'rights.log.values.taken-back'],
  ['state withdrawn', 'console.answers.withdrawn'],
  ['substitutes chain', 'seating.chains.chain'],
  ['substitutes none', 'seating.chains.none'],
  ['substitutes once', 'seating.chains.once'],
  ['unionFunding co-funded', 'papers.union.co-funded'],
  ['unionFunding funded', 'papers.union.funded'],
  ['unionFunding none', 'papers.console.head.unions.none'],
  ['visibility invited', 'console.meeting.visibilities.invited'],
  ['visibility members', 'console.meeting.visibilities.members'],
  ['visibility public', 'console.meeting.visibilities.public'],
  ['visibility unlisted', 'console.meeting.visibilities.unlisted'],
  ...everyCode('newcomers', 'audiences.newcomers', catalogues.de.audiences.newcomers),
  ...everyCode('successors', 'audiences.successors', catalogues.de.audiences.successors),
  ...everyCode('role', 'rights.roles', catalogues.de.rights.roles),
  ...everyCode('kind', 'directory.office-kinds', catalogues.de.directory['office-kinds']),
  ...everyCode('kind', 'console.institution.kind', catalogues.de.console.institution.kind),
  ...everyCode('organisationKind', 'import.organisation-kinds', catalogues.de.import['organisation-kinds']),
  ...everyCode('laender', 'console.place.lands', catalogues.de.console.place.lands),
]);

/** Of a field whose values a section of the catalogue names. */
function everyCode(field: string, path: string, section: object): (readonly [string, TextKey])[] {
  return Object.keys(section).map((code) => [`${field} ${code}`, `${path}.${code}` as TextKey] as const);
}

/** A field's value in the words it has elsewhere, else as it is written. */
export function fieldValueWords(field: string, value: unknown, words: ValueWords): string {
  if (isNothing(value)) return NOTHING;
  if (whole.has(field)) return words.t('rights.log.values.whole');
  if (isToldInParts(field)) return wordsOfParts(field, value, words);
  if (field === 'votes') return voteWords(value as object, words);
  if (Array.isArray(value)) return value.map((each) => fieldValueWords(field, each, words)).join(', ');
  if (field === 'contingents') return contingentWords(value as LoggedContingent, words);
  const key = values.get(`${field} ${String(value)}`);
  return key === undefined ? valueWords(value, words) : words.t(key);
}

/** A change of a field: how it reads now, and how it did; null where there was nothing, or no telling them apart. */
export function changeWords(
  { field, before, after }: { readonly field: string; readonly before: unknown; readonly after: unknown },
  words: ValueWords,
): { readonly was: string | null; readonly now: string } {
  const now = fieldValueWords(field, after, words);
  if (isText(before) && isText(after) && words.text(before) === words.text(after)) {
    return { was: otherWords(before, after, words), now: otherWords(after, before, words) };
  }
  const was = fieldValueWords(field, before, words);
  if (was === NOTHING || (whole.has(field) && !isNothing(after))) return { was: null, now };
  // Only in the other language, say.
  if (was === now && isToldInParts(field)) return { was: null, now: words.t('rights.log.values.whole') };
  return { was, now };
}

/** What a text says in the language in which the other differs, where the reader's own says the same in both. */
function otherWords(text: LocalizedText, other: LocalizedText, { t }: ValueWords): string {
  return (['de', 'en'] as const)
    .filter((language) => text[language] !== other[language])
    .map((language) => `${t(`console.language.names.${language}`)}: ${text[language] ?? '–'}`)
    .join(', ');
}

function isText(value: unknown): value is LocalizedText {
  return typeof value === 'object' && value !== null && ('de' in value || 'en' in value);
}

interface LoggedContingent {
  readonly name: LocalizedText;
  readonly seats: number | null;
}

/** "Online: 10" */
function contingentWords({ name, seats }: LoggedContingent, { t, text }: ValueWords): string {
  return `${text(name)}: ${seats ?? t('console.meeting.no-limit')}`;
}

/** How often each was said: counted already, or date by date. */
function voteWords(votes: object, { t }: ValueWords): string {
  const said = Object.entries(votes);
  const count = (name: string, vote: string) =>
    said.filter(([, value]) => value === vote).length + Number(said.find(([key]) => key === name)?.[1] ?? 0);
  const counts = {
    yes: count('yes', 'yes'),
    ifNeedBe: count('ifNeedBe', 'if-need-be'),
    no: count('no', 'no'),
  };
  return t('rights.log.values.votes', counts);
}

/** A value as somebody reads it: days and times in words, lists with commas, nothing as a dash. */
function valueWords(value: unknown, words: ValueWords): string {
  if (isNothing(value)) return NOTHING;
  if (typeof value === 'string') return textWords(value, words);
  if (typeof value === 'boolean') return words.t(value ? 'common.answer.yes' : 'common.answer.no');
  if (typeof value !== 'object') return String(value);
  if (Array.isArray(value)) return value.map((each) => valueWords(each, words)).join(', ');
  if (isText(value)) return words.text(value);
  // Whether something is so says nothing without saying what.
  const parts = Object.values(value as object).filter(
    (part) => !isNothing(part) && typeof part !== 'boolean',
  );
  return parts.length === 0 ? NOTHING : parts.map((part) => valueWords(part, words)).join(', ');
}

function textWords(text: string, words: ValueWords): string {
  if (DAY.test(text)) return words.day(text);
  if (INSTANT.test(text)) return words.moment(text);
  const [, day, time] = WALL_CLOCK.exec(text) ?? [];
  return day === undefined ? text : `${words.day(day)}, ${time}`;
}

function isNothing(value: unknown): boolean {
  return (
    value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
  );
}
