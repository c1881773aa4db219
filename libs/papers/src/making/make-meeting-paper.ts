import type { AuthorizedScope } from '#access';
import type { PaperOrder } from '#contracts';
import type { Reader } from '#database';
import type { FileStore } from '#files';
import { daysOf, formatList, placeInOneLine } from '#i18n';
import { DomainError } from '#kernel';
import type { Id, Language, Temporal, TokenKeys } from '#kernel';
import { bundleMeetings, getMeeting, wordsOf } from '#meetings';
import type { MeetingBundle, MeetingWords } from '#meetings';
import { entryCode } from '#participation';
import { drawBadges } from '../kinds/badges.js';
import { drawCertificates } from '../kinds/certificates.js';
import type { OnDrawn, PaperMeeting, PaperWords } from '../kinds/paper-words.js';
import { drawSignInSheet } from '../kinds/sign-in-sheet.js';
import { findListed } from './find-listed.js';
import type { ListedPerson } from './find-paper-people.js';
import { findPresent } from './find-present.js';
import type { MadePaper } from './paper-order.js';
import { headsOf, readPaperWords } from './read-paper-words.js';

interface MeetingPaperWish {
  readonly keys: TokenKeys;
  readonly files: FileStore;
  readonly meetingId: Id;
  readonly order: PaperOrder;
  readonly scope: AuthorizedScope;
  readonly madeAt: Temporal.Instant;
  readonly progress: (total: number) => OnDrawn;
}

interface OwnCertificateWish {
  readonly files: FileStore;
  readonly bundle: MeetingBundle;
  readonly personId: Id;
  readonly language: Language;
  readonly madeAt: Temporal.Instant;
}

interface Facts {
  readonly words: PaperWords;
  readonly meeting: MeetingWords;
  readonly people: readonly ListedPerson[];
  readonly keys: TokenKeys;
  readonly onDrawn: OnDrawn;
}

/**
 * Reads what a meeting's paper says, and draws it. Throws `meeting.not-found` where the scope does not reach any more,
 * and `paper.nobody`.
 */
export async function makeMeetingPaper(
  reader: Reader,
  { meetingId, order, scope, madeAt, progress, files, keys }: MeetingPaperWish,
): Promise<MadePaper> {
  const [bundle] = await bundleMeetings(reader, [await getMeeting(reader, scope, meetingId)]);
  if (bundle === undefined) throw new DomainError('meeting.not-found');
  const people = await findListed(reader, meetingId, order);
  if (people.length === 0) throw new DomainError('paper.nobody');
  const { meeting, words } = await readWords(reader, { files, bundle, language: order.language, madeAt });
  const onDrawn = progress(people.length);
  return { bytes: await draw(order, { words, meeting, people, keys, onDrawn }), total: people.length };
}

/**
 * The certificate of one person who was at a meeting, drawn at once. Asks no rights: whoever calls knows that it may be
 * had. Throws `paper.nobody-present`.
 */
export async function makeOwnCertificate(
  reader: Reader,
  { personId, ...wish }: OwnCertificateWish,
): Promise<Buffer> {
  const { language, bundle } = wish;
  const present = { meetingId: bundle.meeting.id, personIds: [personId], language };
  const people = (await findPresent(reader, present)).slice(0, 1);
  if (people.length === 0) throw new DomainError('paper.nobody-present');
  const { meeting, words } = await readWords(reader, wish);
  return drawCertificatesOf({ words, meeting, people, onDrawn: async () => undefined });
}

async function readWords(
  reader: Reader,
  { files, bundle, language, madeAt }: Omit<OwnCertificateWish, 'personId'>,
): Promise<Pick<Facts, 'meeting' | 'words'>> {
  const meeting = wordsOf(bundle, language);
  const institutions = await headsOf(reader, bundle);
  const hosts = formatList(meeting.hosts, language);
  const words = await readPaperWords(reader, files, { institutions, hosts, language, madeAt });
  return { meeting, words };
}

function draw(order: PaperOrder, { words, meeting, people, keys, onDrawn }: Facts): Promise<Buffer> {
  const paperMeeting = toPaperMeeting(meeting, words);
  if (order.kind === 'sign-in-sheet') {
    const { orientation, emptyRows } = order;
    const days = eachDay(paperMeeting);
    const signing = people.filter(({ isOnline }) => !isOnline);
    // Of some that were picked nobody wants to know how many are elsewhere.
    const online = (order.personIds ?? null) === null ? people.length - signing.length : 0;
    return drawSignInSheet({ words, days, people: signing, online, orientation, emptyRows }, onDrawn);
  }
  if (order.kind === 'badges') {
    const { format, startAt } = order;
    const named = people.map((person) => ({ ...person, entryCode: codeOf(person, meeting.id, keys) }));
    return drawBadges({ words, meeting: paperMeeting, people: named, format, startAt }, onDrawn);
  }
  return drawCertificatesOf({ words, meeting, people, onDrawn });
}

function drawCertificatesOf({ words, meeting, people, onDrawn }: Omit<Facts, 'keys'>): Promise<Buffer> {
  const paperMeeting = toPaperMeeting(meeting, words);
  const topics = meeting.agenda.flatMap(({ kind, title }) => (kind === 'break' ? [] : [title.text]));
  const signing = {
    signer: meeting.organiser?.name ?? null,
    issuer: paperMeeting.hosts,
    on: words.madeAt.toZonedDateTimeISO(meeting.zone).toPlainDate(),
  };
  return drawCertificates({ words, meeting: paperMeeting, topics, people, signing }, onDrawn);
}

/** What opens the door to who has a registration; who comes along comes in with them. */
function codeOf({ registrationId }: ListedPerson, meetingId: Id, keys: TokenKeys): string | null {
  return registrationId === null ? null : entryCode(keys, { meetingId, registrationId });
}

/** As papers say it. */
export function toPaperMeeting(
  { title, when, place, hosts, onlineUrl }: MeetingWords,
  { language }: Pick<PaperWords, 'language'>,
): PaperMeeting {
  const where = place === null ? '' : placeInOneLine(place);
  const online = onlineUrl === null ? null : 'Online';
  return {
    title,
    when,
    place: where === '' ? online : where,
    town: place?.city ?? place?.name ?? online,
    hosts: formatList(hosts, language),
  };
}

/** A sheet is signed anew on every day; of a meeting of several days nobody knows the hours of each. */
function eachDay(meeting: PaperMeeting): readonly PaperMeeting[] {
  const { first, last } = daysOf(meeting.when);
  const count = first.until(last, { largestUnit: 'days' }).days + 1;
  if (count === 1) return [meeting];
  return Array.from({ length: count }, (_, index) => {
    const day = first.add({ days: index });
    return { ...meeting, when: { kind: 'all-day', first: day, last: day } };
  });
}
