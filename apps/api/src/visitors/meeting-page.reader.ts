import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#database';
import { Clock, DomainError, pickText } from '#kernel';
import type { Language, Temporal } from '#kernel';
import { bundleMeetings, findFilesFor, findOpenMeeting, nameIn } from '#meetings';
import type { MeetingBundle } from '#meetings';
import { findRoom, openRefusalOf } from '#participation';
import { findMeetingSeries } from '#series';
import { contactFields } from '../pages/views/open-registration.view.js';
import type { OpenFormView } from '../pages/views/open-registration.view.js';
import type { MeetingPageView } from '../pages/views/public.view.js';
import { presentQuestions } from './invitation-view.presenter.js';
import { presentFiles, presentMeetingView } from './meeting-view.presenter.js';
import { emptyOpenForm } from './open-form.js';
import type { TypedOpenForm } from './open-form.js';
import { linksTo, pathIn, presentFrame } from './page-frame.presenter.js';
import { presentSeats } from './seat-form.js';
import { personWords, presentTyped } from './typed-kept.js';

/** Reads what a meeting's public page shows. */
@Injectable()
export class MeetingPages {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Throws `meeting.not-found` unless the meeting has a page that everybody may see. */
  async open(slug: string): Promise<MeetingBundle> {
    const { reader } = this.unitOfWork;
    const meeting = await findOpenMeeting(reader, slug);
    const [bundle] = meeting === null ? [] : await bundleMeetings(reader, [meeting]);
    if (bundle === undefined) throw new DomainError('meeting.not-found');
    return bundle;
  }

  /** The page; `typed`: what was filled in and cannot be taken as it is. */
  async view(
    bundle: MeetingBundle,
    language: Language,
    typed: TypedOpenForm = emptyOpenForm,
  ): Promise<MeetingPageView> {
    const { meeting, institution } = bundle;
    const now = this.clock.now();
    const asked = { meetingId: meeting.id, personId: null };
    const { reader } = this.unitOfWork;
    const series = await findMeetingSeries(reader, asked);
    const files = await findFilesFor(reader, 'public', [meeting.id]);
    return {
      frame: presentFrame({
        language,
        languageLinks: linksTo(`/m/${meeting.slug}`),
        institution: { name: nameIn(institution, language), colour: institution.colour },
        indexed: meeting.visibility === 'public',
      }),
      meeting: {
        ...presentMeetingView(bundle, language, now, 'anybody'),
        files: presentFiles(files, pathIn(language, `/m/${meeting.slug}`), language),
      },
      calendarUrl: pathIn(language, `/m/${meeting.slug}/meeting.ics`),
      over: meeting.endsAt.epochMilliseconds < now.epochMilliseconds,
      series: series?.open
        ? { name: pickText(series.name, language), url: pathIn(language, `/s/${series.slug}`) }
        : null,
      form: await this.form(bundle, { language, typed, now }),
      kept: openRefusalOf(meeting, now) === null ? null : keptOf(bundle, typed, language),
    };
  }

  private async form(
    { meeting }: MeetingBundle,
    { language, typed, now }: { language: Language; typed: TypedOpenForm; now: Temporal.Instant },
  ): Promise<OpenFormView | null> {
    const refused = openRefusalOf(meeting, now);
    if (refused !== null && refused !== 'answer-by-passed') return null;
    const isLate = refused !== null;
    return {
      action: pathIn(language, `/m/${meeting.slug}`),
      room: isLate ? null : await findRoom(this.unitOfWork.reader, meeting, now),
      isLate,
      typed: typed.contact,
      problems: typed.problems,
      questions: presentQuestions(meeting.questions, typed.answers, language),
      seats: presentSeats(meeting.seating, null, { typed: typed.seats, language }),
    };
  }
}

/** What was filled in, where nobody can register any more. */
function keptOf({ meeting }: MeetingBundle, typed: TypedOpenForm, language: Language) {
  const { answers, seats } = typed;
  const person = personWords(contactFields.map((field) => typed.contact[field]));
  return {
    ...presentTyped(meeting, { answers, ...(seats !== null && { seats }) }, language),
    people: [person],
  };
}
