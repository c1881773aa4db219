import { formatSize } from '#i18n';
import { pickText } from '#kernel';
import type { Language, LocalizedText, PickedText, Temporal } from '#kernel';
import { nameIn, whereFor, wordsOf } from '#meetings';
import type { MeetingBundle, MeetingFile, WhereReader } from '#meetings';
import type { MeetingItemView, MeetingView } from '../pages/views/meeting.view.js';
import { pathIn } from './page-frame.presenter.js';

/** A meeting as its page shows it to one reader. Who comes stays with the host, the organiser's telephone with invitees. */
export function presentMeetingView(
  bundle: MeetingBundle,
  language: Language,
  now: Temporal.Instant,
  reader: WhereReader,
): MeetingView {
  const { meeting } = bundle;
  const words = wordsOf(bundle, language);
  const where = whereFor(words, reader);
  const { organiser } = words;
  return {
    title: pickIn(bundle, meeting.title, language),
    agenda: words.agenda,
    description: meeting.description && pickIn(bundle, meeting.description, language),
    when: words.when,
    today: now.toZonedDateTimeISO(meeting.zone).toPlainDate(),
    hosts: words.hosts,
    organiser: reader === 'anybody' ? organiser && { ...organiser, phone: null } : organiser,
    ...where,
    directions: where.place && meeting.place.directions && pickIn(bundle, meeting.place.directions, language),
    state: meeting.state,
    attending: null,
    files: [],
  };
}

/** Files as links beneath the page that they are shown on. */
export function presentFiles(
  files: readonly MeetingFile[],
  page: string,
  language: Language,
): MeetingView['files'] {
  return files.map(({ id, name, size }) => ({
    url: `${page}/files/${id}`,
    name,
    size: formatSize(size, language),
  }));
}

/** A meeting as a line of a list. */
export function presentMeetingItem(bundle: MeetingBundle, language: Language): MeetingItemView {
  const { meeting, institution, hosts } = bundle;
  return {
    url: pathIn(language, `/m/${meeting.slug}`),
    title: pickIn(bundle, meeting.title, language),
    when: wordsOf(bundle, language).when,
    city: meeting.place.city,
    online: meeting.onlineUrl !== null,
    hosts: (hosts.length > 0 ? hosts : [institution]).map((host) => nameIn(host, language)),
    cancelled: meeting.state === 'cancelled',
  };
}

function pickIn({ institution }: MeetingBundle, text: LocalizedText, language: Language): PickedText {
  return pickText(text, language, institution.mainLanguage);
}
