import { Injectable } from '@nestjs/common';
import { describeRule } from '#calendar';
import { Config } from '#config';
import { UnitOfWork } from '#database';
import { findInstitutions, publicPath } from '#directory';
import type { InstitutionView } from '#directory';
import { ruleWords } from '#i18n';
import { Clock, DomainError, pickText } from '#kernel';
import type { Language } from '#kernel';
import { bundleMeetings, nameIn } from '#meetings';
import { listHostIds, listSeriesMeetings } from '#series';
import type { Series } from '#series';
import type { InstitutionLink } from '../pages/views/public.view.js';
import type { SeriesPageView } from '../pages/views/series.view.js';
import { presentMeetingItem } from './meeting-view.presenter.js';
import { linksTo, pathIn, presentFrame } from './page-frame.presenter.js';

const HOURS_BACK = 10 * 365 * 24;

/** Reads what the public page of a series shows. */
@Injectable()
export class SeriesPages {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  async view(series: Series, language: Language): Promise<SeriesPageView> {
    const { reader } = this.unitOfWork;
    const hostIds = await listHostIds(reader, series.id);
    const institutions = await findInstitutions(reader, [series.institutionId, ...hostIds]);
    const institution = institutions.get(series.institutionId);
    if (institution === undefined) throw new DomainError('series.not-found');
    const main = institution.mainLanguage;
    return {
      frame: this.frame(series, institution, language),
      name: pickText(series.name, language, main),
      description: series.description && pickText(series.description, language, main),
      rule: ruleWords(describeRule(series.rule), language),
      institution: linkTo(institution, language),
      hosts: hostIds.flatMap((id) => institutions.get(id) ?? []).map((host) => linkTo(host, language)),
      ended: series.state === 'ended',
      ...(await this.meetings(series, language)),
      feedUrl: `${this.config.publicUrl}/feeds/series/${series.slug}.ics${language === main ? '' : `?lang=${language}`}`,
      url: `${this.config.publicUrl}${pathIn(language, `/s/${series.slug}`)}`,
    };
  }

  private frame({ slug, template }: Series, institution: InstitutionView, language: Language) {
    return presentFrame({
      language,
      languageLinks: linksTo(`/s/${slug}`),
      institution: { name: nameIn(institution, language), colour: institution.colour },
      indexed: template.visibility === 'public',
    });
  }

  private async meetings(
    series: Series,
    language: Language,
  ): Promise<Pick<SeriesPageView, 'upcoming' | 'past'>> {
    const { reader } = this.unitOfWork;
    const now = this.clock.now();
    const bounds = { now, since: now.subtract({ hours: HOURS_BACK }) };
    const bundles = await bundleMeetings(reader, await listSeriesMeetings(reader, series, bounds));
    const isOver = ({ meeting }: (typeof bundles)[number]) =>
      meeting.endsAt.epochMilliseconds < now.epochMilliseconds;
    const present = (bundle: (typeof bundles)[number]) => presentMeetingItem(bundle, language);
    return {
      upcoming: bundles.filter((bundle) => !isOver(bundle)).map(present),
      past: bundles.filter(isOver).toReversed().map(present),
    };
  }
}

function linkTo(institution: InstitutionView, language: Language): InstitutionLink {
  const path = publicPath(institution);
  return { name: nameIn(institution, language), url: path === null ? null : pathIn(language, path) };
}
