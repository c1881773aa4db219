import { Injectable } from '@nestjs/common';
import { Config } from '#config';
import type { HostSwapState } from '#contracts';
import type { Reader } from '#database';
import { displayName, findInstitutions, findPeople } from '#directory';
import type { InstitutionView, PersonContact } from '#directory';
import { formatDay, formatMoment, formatWhen, greeting } from '#i18n';
import { pickText, TokenKeys } from '#kernel';
import type { Id, Language, Temporal } from '#kernel';
import { fillSlots, MailRenderer, renderMail } from '#mail';
import type { OutgoingMail, RenderedMail } from '#mail';
import { bundleMeetings, Meeting, nameIn, wordsOf } from '#meetings';
import { findSwapDates, readHostLink } from '../links/find-host-link.js';
import type { HostLinkFacts, LinkedDate } from '../links/find-host-link.js';
import { HostLink } from '../links/host-link.entity.js';
import { HOST_MAILS, sourceOf } from '../links/write-links.js';
import { HostSwap } from '../swaps/host-swap.entity.js';
import { SeriesDate } from '../tables/series-date.entity.js';
import { Series } from '../tables/series.entity.js';
import { hostMail } from './host.mail.js';
import type { HostMailVariant } from './host.mail.js';

/** What a mail to a host says. */
interface Material {
  readonly variant: HostMailVariant;
  readonly series: Series;
  readonly keeper: InstitutionView;
  readonly host: InstitutionView;
  readonly dates: readonly LinkedDate[];
  readonly deadline: Temporal.Instant | null;
  readonly reason: string | null;
  readonly path: string;
}

const variants: Readonly<Partial<Record<string, HostMailVariant>>> = {
  'host-turn': 'asked',
  'host-reminder': 'reminder',
};

const settledVariants: Readonly<Partial<Record<HostSwapState, HostMailVariant>>> = {
  done: 'swapped',
  'taken-back': 'swap-taken-back',
};

/** Renders the mails to hosts. Links answer for a house: whoever finds such a mail in the log reads none of it. */
@Injectable()
export class HostMailRenderer extends MailRenderer {
  readonly kinds = [...HOST_MAILS];

  constructor(
    private readonly config: Config,
    private readonly keys: TokenKeys,
  ) {
    super();
  }

  /** A mail whose question is settled by now stays at home. */
  async render(reader: Reader, mails: readonly OutgoingMail[]): Promise<ReadonlyMap<Id, RenderedMail>> {
    const people = await findPeople(
      reader,
      mails.flatMap(({ personId }) => personId ?? []),
    );
    const rendered = new Map<Id, RenderedMail>();
    for (const mail of mails) {
      const material = await this.gather(reader, mail);
      if (material !== null) rendered.set(mail.id, this.renderOne(mail, material, people));
    }
    return rendered;
  }

  private gather(reader: Reader, { kind, params }: OutgoingMail): Promise<Material | null> {
    if (kind === 'host-swap-settled') return gatherSettled(reader, params);
    return kind === 'host-nobody' ? gatherNobody(reader, params) : this.gatherAsked(reader, kind, params);
  }

  private async gatherAsked(
    reader: Reader,
    kind: string,
    { linkId = '' }: OutgoingMail['params'],
  ): Promise<Material | null> {
    const link = await reader.manager.findOneBy(HostLink, { id: linkId });
    const facts = link && (await readHostLink(reader, link));
    if (facts === null) return null;
    const { series, keeper, institution, dates } = facts;
    const deadline = deadlineOf(facts);
    if (deadline === null) return null;
    const { token } = this.keys.derive(sourceOf(facts.link), facts.link.tokenKeyId);
    return {
      variant: variants[kind] ?? 'swap',
      series,
      keeper,
      host: institution,
      dates,
      deadline,
      reason: null,
      path: `/h/${token}`,
    };
  }

  private renderOne(
    { language, personId }: OutgoingMail,
    material: Material,
    people: ReadonlyMap<Id, PersonContact>,
  ): RenderedMail {
    const { keeper, series, host, dates, deadline } = material;
    const person = people.get(personId ?? '') ?? null;
    const sender = nameIn(keeper, language);
    const letterhead = { sender, colour: keeper.colour, siteUrl: this.config.publicUrl, imprint: [sender] };
    const props = {
      letterhead,
      variant: material.variant,
      series: pickText(series.name, language, keeper.mainLanguage).text,
      host: nameIn(host, language),
      day: dayOf(dates, language),
      dates: dates.map((date) => factOf(date, language)),
      deadline: deadline === null ? null : formatMoment(deadline, series.zone, language),
      reason: material.reason,
    };
    const parts = fillSlots(renderMail(hostMail, props, language), {
      greeting: greeting(person && { ...person, title: person.academicTitle }, language),
      link: `${this.config.publicUrl}${material.path}`,
    });
    const recipientName = person === null ? nameIn(host, language) : displayName(person);
    return { ...parts, calendar: null, recipientName, replyTo: null, isSecret: true };
  }
}

/** Until when an answer is awaited; null: none is any more. */
function deadlineOf({ turn, swap }: HostLinkFacts): Temporal.Instant | null {
  if (turn?.state === 'asked') return turn.confirmBy;
  return swap?.state === 'open' ? swap.consentBy : null;
}

async function gatherSettled(
  reader: Reader,
  { swapId = '', institutionId = '' }: OutgoingMail['params'],
): Promise<Material | null> {
  const swap = await reader.manager.findOneBy(HostSwap, { id: swapId });
  if (swap === null) return null;
  const kept = await findKept(reader, swap.seriesId, institutionId);
  const asked = await findSwapDates(reader, swap);
  const [first, second] = asked;
  if (kept === null || first === undefined || second === undefined) return null;
  const isDone = swap.state === 'done';
  const dates = isDone
    ? [
        { ...first, host: second.host },
        { ...second, host: first.host },
      ]
    : asked;
  return {
    ...kept,
    variant: settledVariants[swap.state] ?? 'swap-off',
    dates,
    deadline: null,
    reason: swap.reason,
  };
}

async function gatherNobody(
  reader: Reader,
  { dateId = '' }: OutgoingMail['params'],
): Promise<Material | null> {
  const date = await reader.manager.findOneBy(SeriesDate, { id: dateId });
  const meeting = date?.meetingId ? await reader.manager.findOneBy(Meeting, { id: date.meetingId }) : null;
  const [bundle] = meeting === null ? [] : await bundleMeetings(reader, [meeting]);
  const kept = date === null ? null : await findKept(reader, date.seriesId, null);
  if (kept === null || bundle === undefined || date?.hostId !== null) return null;
  return { ...kept, variant: 'nobody', dates: [{ bundle, host: kept.keeper }], deadline: null, reason: null };
}

/** The series with who keeps it; whoever reads, reads on at the series in the console. */
async function findKept(reader: Reader, seriesId: Id, hostId: Id | null) {
  const series = await reader.manager.findOneBy(Series, { id: seriesId });
  if (series === null) return null;
  const institutions = await findInstitutions(reader, [series.institutionId, hostId ?? series.institutionId]);
  const keeper = institutions.get(series.institutionId);
  const host = institutions.get(hostId ?? series.institutionId);
  if (keeper === undefined || host === undefined) return null;
  return { series, keeper, host, path: `/console/series/${series.id}` };
}

function factOf({ bundle, host }: LinkedDate, language: Language) {
  const { when, title } = wordsOf(bundle, language);
  return { label: nameIn(host, language), lines: [formatWhen(when, language), title] };
}

function dayOf([first]: readonly LinkedDate[], language: Language): string {
  return first === undefined ? '' : formatDay(first.bundle.meeting.startsLocal.toPlainDate(), language);
}
