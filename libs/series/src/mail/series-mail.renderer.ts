import { Injectable } from '@nestjs/common';
import { Config } from '#config';
import type { Reader } from '#database';
import { displayName, findInstitutions, findPeople } from '#directory';
import type { InstitutionView, PersonContact } from '#directory';
import { formatWhen, greeting, translator } from '#i18n';
import { pickText } from '#kernel';
import type { Id, Language } from '#kernel';
import { fillSlots, MailRenderer, renderMail } from '#mail';
import type { MailParts, OutgoingMail, RenderedMail } from '#mail';
import { nameIn, whenOfWallClocks } from '#meetings';
import { findInvitedMeetings } from '#participation';
import { SeriesChange } from '../tables/series-change.entity.js';
import type { MeetingEffect } from '../tables/series-change.entity.js';
import { Series } from '../tables/series.entity.js';
import { seriesChangeMail } from './series-change.mail.js';
import type { SeriesChangeProps } from './series-change.mail.js';
import { SUMMARY_KIND } from './summary-mails.js';

interface Material {
  readonly changes: ReadonlyMap<Id, SeriesChange>;
  readonly series: ReadonlyMap<Id, Series>;
  readonly institutions: ReadonlyMap<Id, InstitutionView>;
  readonly people: ReadonlyMap<Id, PersonContact>;
  /** By person: the meetings they are or were invited to. */
  readonly meetings: ReadonlyMap<Id, ReadonlySet<Id>>;
  /** Rendered already, by what they depend on. */
  readonly shared: Map<string, MailParts>;
}

/** Renders the mails about a series as a whole: everybody reads of the dates they are invited to. */
@Injectable()
export class SeriesMailRenderer extends MailRenderer {
  readonly kinds = [SUMMARY_KIND];

  constructor(private readonly config: Config) {
    super();
  }

  async render(reader: Reader, mails: readonly OutgoingMail[]): Promise<ReadonlyMap<Id, RenderedMail>> {
    const material = await gather(reader, mails);
    return this.renderEach(mails, (mail) => this.renderOne(mail, material));
  }

  private renderOne(mail: OutgoingMail, material: Material): RenderedMail | null {
    const person = material.people.get(mail.personId ?? '');
    const change = material.changes.get(mail.params['changeId'] ?? '');
    const series = material.series.get(mail.topicId ?? '');
    if (person === undefined || change === undefined || series === undefined) return null;
    const theirs = material.meetings.get(person.id) ?? new Set();
    const effects = change.effects.filter(({ meetingId }) => theirs.has(meetingId));
    if (effects.length === 0) return null;
    const parts = fillSlots(this.sharedParts(mail, { series, change, effects }, material), {
      greeting: greeting({ ...person, title: person.academicTitle }, mail.language),
      reason: translator(mail.language)('mail.series.reason'),
    });
    return { ...parts, calendar: null, recipientName: displayName(person), replyTo: null, isSecret: false };
  }

  private sharedParts(
    { language }: OutgoingMail,
    { series, change, effects }: { series: Series; change: SeriesChange; effects: readonly MeetingEffect[] },
    { institutions, shared }: Material,
  ): MailParts {
    const key = [change.id, language, ...effects.map(({ meetingId }) => meetingId)].join(' ');
    const institution = institutions.get(series.institutionId);
    const props = {
      letterhead: this.letterhead(institution, language),
      series: pickText(series.name, language, institution?.mainLanguage).text,
      note: change.note,
      ...wordsOf(effects, language),
    };
    const parts = shared.get(key) ?? renderMail(seriesChangeMail, props, language);
    shared.set(key, parts);
    return parts;
  }

  private letterhead(institution: InstitutionView | undefined, language: Language) {
    const sender = institution === undefined ? '' : nameIn(institution, language);
    const colour = institution?.colour ?? null;
    return { sender, colour, siteUrl: this.config.publicUrl, imprint: [sender] };
  }
}

function wordsOf(
  effects: readonly MeetingEffect[],
  language: Language,
): Pick<SeriesChangeProps, 'moves' | 'revised'> {
  const day = (when: MeetingEffect['before']) => formatWhen(whenOfWallClocks(when), language);
  const sorted = effects.toSorted((one, other) =>
    one.before.startsLocal < other.before.startsLocal ? -1 : 1,
  );
  return {
    moves: sorted
      .filter(({ effect }) => effect !== 'changed')
      .map(({ title, before, after }) => ({
        label: pickText(title, language).text,
        before: day(before),
        after: after === null ? null : day(after),
      })),
    revised: sorted
      .filter(({ effect }) => effect === 'changed')
      .map(({ title, before }) => `${pickText(title, language).text}, ${day(before)}`),
  };
}

async function gather(reader: Reader, mails: readonly OutgoingMail[]): Promise<Material> {
  const changeIds = mails.flatMap(({ params }) => params['changeId'] ?? []);
  const changes = await reader.manager
    .createQueryBuilder(SeriesChange, 'change')
    .where('change.id = ANY(:changeIds)', { changeIds })
    .getMany();
  const seriesIds = mails.flatMap(({ topicId }) => topicId ?? []);
  const series = await reader.manager
    .createQueryBuilder(Series, 'series')
    .where('series.id = ANY(:seriesIds)', { seriesIds })
    .getMany();
  const personIds = mails.flatMap(({ personId }) => personId ?? []);
  const meetingIds = changes.flatMap(({ effects }) => effects.map(({ meetingId }) => meetingId));
  return {
    changes: new Map(changes.map((change) => [change.id, change])),
    series: new Map(series.map((one) => [one.id, one])),
    institutions: await findInstitutions(
      reader,
      series.map(({ institutionId }) => institutionId),
    ),
    people: await findPeople(reader, personIds),
    meetings: await findInvitedMeetings(reader, { personIds, meetingIds }),
    shared: new Map(),
  };
}
