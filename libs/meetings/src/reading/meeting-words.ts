import { instantOf } from '#calendar';
import type { AgendaKind } from '#contracts';
import { pickText, Temporal } from '#kernel';
import type { Id, Language, LocalizedText, PickedText } from '#kernel';
import { displayName } from '#directory';
import type { InstitutionView } from '#directory';
import { agendaTimes } from '#i18n';
import type { AgendaTime, PlaceWords, When } from '#i18n';
import type { MeetingFace } from '../meeting-face.js';
import type { Meeting } from '../tables/meeting.entity.js';
import type { MeetingBundle } from './meeting-bundle.js';

/** Somebody to ask. */
export interface OrganiserWords {
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
}

/** An item of the agenda in one language, with its time where it follows from the start and the minutes. */
export interface AgendaWords {
  readonly kind: AgendaKind;
  readonly title: PickedText;
  readonly speaker: string | null;
  readonly time: AgendaTime | null;
}

/** A meeting in one language, as pages and mails say it. */
export interface MeetingWords {
  readonly id: Id;
  readonly title: string;
  /** Markdown. */
  readonly description: string | null;
  readonly agenda: readonly AgendaWords[];
  readonly when: When;
  readonly zone: string;
  readonly hosts: readonly string[];
  readonly place: (PlaceWords & { readonly directions: string | null }) | null;
  readonly onlineUrl: string | null;
  readonly organiser: OrganiserWords | null;
  readonly answerBy: Temporal.Instant | null;
}

/** The bundle in a language; what was not written in it falls back to the institution's main language. */
export function wordsOf(bundle: MeetingBundle, language: Language): MeetingWords {
  const { meeting, institution, hosts, organiser } = bundle;
  const pick = (text: LocalizedText | null) => textIn(text, language, institution);
  const { directions, ...place } = meeting.place;
  const isNowhere = directions === null && Object.values(place).every((value) => value === null);
  return {
    id: meeting.id,
    title: pick(meeting.title) ?? '',
    description: pick(meeting.description),
    agenda: agendaIn(bundle, language),
    when: whenOf(meeting),
    zone: meeting.zone,
    hosts: (hosts.length > 0 ? hosts : [institution]).map((host) => nameIn(host, language)),
    place: isNowhere ? null : { ...place, directions: pick(directions) },
    onlineUrl: meeting.onlineUrl,
    organiser:
      organiser === null
        ? null
        : { name: displayName(organiser), email: organiser.address, phone: organiser.phone },
    answerBy: meeting.answerByAt,
  };
}

function agendaIn({ meeting, institution }: MeetingBundle, language: Language): readonly AgendaWords[] {
  const { agenda } = meeting;
  const times = agendaTimes(
    whenOf(meeting),
    agenda.map(({ minutes }) => minutes),
  );
  return agenda.map(({ kind, title, speaker }, index) => ({
    kind,
    title: pickText(title, language, institution.mainLanguage),
    speaker,
    time: times[index] ?? null,
  }));
}

/** When a meeting takes place, as it is shown. */
export function whenOf(
  meeting: Pick<Meeting, 'allDay' | 'startsLocal' | 'endsLocal' | 'startsAt' | 'endsAt' | 'zone'>,
): When {
  if (!meeting.allDay) {
    return { kind: 'timed', starts: meeting.startsAt, ends: meeting.endsAt, zone: meeting.zone };
  }
  const last = meeting.endsLocal.toPlainDate().subtract({ days: 1 });
  return { kind: 'all-day', first: meeting.startsLocal.toPlainDate(), last };
}

/** An institution's name in a language. */
export function nameIn(
  institution: Pick<InstitutionView, 'name' | 'mainLanguage'>,
  language: Language,
): string {
  return pickText(institution.name, language, institution.mainLanguage).text;
}

function textIn(
  text: LocalizedText | null,
  language: Language,
  { mainLanguage }: Pick<InstitutionView, 'mainLanguage'>,
): string | null {
  return text === null ? null : pickText(text, language, mainLanguage).text || null;
}

/** When a meeting takes place by its wall clocks, such as a face kept in `meeting_change`. */
export function whenOfWallClocks({
  allDay,
  zone,
  ...face
}: Pick<MeetingFace, 'allDay' | 'zone' | 'startsLocal' | 'endsLocal'>): When {
  const startsLocal = Temporal.PlainDateTime.from(face.startsLocal);
  const endsLocal = Temporal.PlainDateTime.from(face.endsLocal);
  const startsAt = instantOf(startsLocal, zone);
  const endsAt = instantOf(endsLocal, zone);
  return whenOf({ allDay, zone, startsLocal, endsLocal, startsAt, endsAt });
}
