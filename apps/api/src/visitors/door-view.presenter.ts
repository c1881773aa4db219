import { formatList, formatWhen, translator } from '#i18n';
import { pickText } from '#kernel';
import type { Language, Temporal } from '#kernel';
import { nameIn, wordsOf } from '#meetings';
import { takesPartOnline } from '#participation';
import type { Attendee, DoorList, FoundDoor, OpenDoor } from '#participation';
import type { DoorProblemView, DoorRow, DoorState, DoorView } from '../pages/views/door.view.js';
import { presentFrame } from './page-frame.presenter.js';

export interface DoorAsked extends Pick<DoorView, 'query' | 'said' | 'guest'> {
  readonly token: string;
  readonly language: Language;
}

/** The helper's page. */
export function presentDoor(door: OpenDoor, list: DoorList, asked: DoorAsked): DoorView {
  const { meeting, institution } = door.bundle;
  const { token, language, query, said, guest } = asked;
  return {
    frame: frameOf(door, asked),
    title: pickText(meeting.title, language, institution.mainLanguage).text,
    when: formatWhen(wordsOf(door.bundle, language).when, language),
    path: `/d/${token}`,
    zone: meeting.zone,
    state: presentDoorState(door, list, language),
    query,
    said,
    guest,
  };
}

/** What a device keeps of the list: names, organisations, who is here; no addresses. */
export function presentDoorState(door: OpenDoor, list: DoorList, language: Language): DoorState {
  const { mark, seatless, isClosed, attendees, codes } = list;
  const { meeting } = door.bundle;
  return {
    mark,
    seatless,
    isClosed,
    rows: attendees.map((attendee) => ({
      ...rowOf(attendee, language),
      since: attendee.state === 'present' ? hourOf(attendee.checkedInAt, meeting.zone) : null,
      codes: attendee.guest === 0 ? (codes.get(attendee.registrationId ?? '') ?? []) : [],
    })),
  };
}

function rowOf(attendee: Attendee, language: Language): Omit<DoorRow, 'since' | 'codes'> {
  const { key, name, broughtBy, walkIn, state, organisation, institutions } = attendee;
  const companion = broughtBy === null ? null : translator(language)('door.companion', { name: broughtBy });
  const houses = institutions.map((one) => pickText(one.name, language, 'de').text);
  const about = [name === null ? null : companion, organisation ?? formatList(houses, language)];
  return {
    key,
    name: name ?? companion ?? '',
    about: about.filter((part) => part !== null && part !== '').join(' · '),
    here: state === 'present',
    walkIn,
    online: takesPartOnline(attendee),
  };
}

function hourOf(at: Temporal.Instant | null, zone: string): string | null {
  return at === null ? null : at.toZonedDateTimeISO(zone).toPlainTime().toString({ smallestUnit: 'minute' });
}

/** Why the link opens nothing. */
export function presentDoorProblem(
  { state, door }: FoundDoor,
  asked: Pick<DoorAsked, 'token' | 'language'>,
): DoorProblemView {
  const problem = state === 'open' ? 'unknown' : state;
  const zone = door?.bundle.meeting.zone ?? 'UTC';
  return { frame: frameOf(door, asked), problem, opensAt: door?.opensAt ?? null, zone };
}

function frameOf(door: OpenDoor | null, { token, language }: Pick<DoorAsked, 'token' | 'language'>) {
  const path = `/d/${encodeURIComponent(token)}`;
  const { institution } = door?.bundle ?? { institution: null };
  return presentFrame({
    language,
    languageLinks: { de: `${path}?lang=de`, en: `${path}?lang=en` },
    ...(institution === null
      ? {}
      : { institution: { name: nameIn(institution, language), colour: institution.colour } }),
    indexed: false,
  });
}
