import { Injectable } from '@nestjs/common';
import { systemActor, scopeOf } from '#access';
import { Config } from '#config';
import { UnitOfWork } from '#database';
import {
  feedPath,
  findInstitutions,
  listInstitutions,
  listMembers,
  listMemberships,
  publicPath,
} from '#directory';
import type { InstitutionView } from '#directory';
import { Clock } from '#kernel';
import type { Id, Language } from '#kernel';
import { bundleMeetings, listComingPublicMeetings, listPublicMeetings, nameIn } from '#meetings';
import type { MeetingBundle } from '#meetings';
import type { HomePageView, InstitutionLink, InstitutionPageView } from '../pages/views/public.view.js';
import { presentInstitutionView } from './institution-view.presenter.js';
import { presentMeetingItem } from './meeting-view.presenter.js';
import { linksTo, pathIn, presentFrame } from './page-frame.presenter.js';

const HOURS_BACK = 3 * 365 * 24;
const MOST_NETWORKS = 100;
const MOST_MEETINGS = 20;
const MOST_MEMBERS = 200;

/** Reads what public pages show. */
@Injectable()
export class PublicPages {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /** The start page: networks, and what is coming in them. */
  async home(language: Language): Promise<HomePageView> {
    const { reader } = this.unitOfWork;
    const page = await listInstitutions(reader, publicScope(), { kind: 'network', limit: MOST_NETWORKS });
    const meetings = await listComingPublicMeetings(reader, this.clock.now(), MOST_MEETINGS);
    const upcoming = await bundleMeetings(reader, meetings);
    return {
      frame: presentFrame({ language, languageLinks: linksTo('/'), indexed: true }),
      upcoming: upcoming.map((bundle) => presentMeetingItem(bundle, language)),
      networks: page.items.map((network) => ({
        name: nameIn(network, language),
        url: pathIn(language, `/n/${network.slug}`),
      })),
      consoleUrl: '/console/',
    };
  }

  /** An institution's page. */
  async institution(institution: InstitutionView, language: Language): Promise<InstitutionPageView> {
    const bundles = await this.meetingsOf(institution.id);
    const coming = new Set(this.coming(bundles));
    const present = (bundle: MeetingBundle) => presentMeetingItem(bundle, language);
    return {
      ...presentInstitutionView(institution, language),
      upcoming: [...coming].map(present),
      past: bundles
        .filter((bundle) => !coming.has(bundle))
        .toReversed()
        .map(present),
      ...(await this.relatedTo(institution, language)),
      feedUrl: feedUrl(this.config.publicUrl, institution, language),
    };
  }

  private async meetingsOf(institutionId: string): Promise<readonly MeetingBundle[]> {
    const now = this.clock.now();
    const bounds = { now, since: now.subtract({ hours: HOURS_BACK }) };
    const { reader } = this.unitOfWork;
    return bundleMeetings(reader, await listPublicMeetings(reader, institutionId, bounds));
  }

  private coming(bundles: readonly MeetingBundle[]): readonly MeetingBundle[] {
    const now = this.clock.now().epochMilliseconds;
    return bundles
      .filter(({ meeting }) => meeting.endsAt.epochMilliseconds >= now)
      .toSorted(
        (one, other) => one.meeting.startsAt.epochMilliseconds - other.meeting.startsAt.epochMilliseconds,
      );
  }

  /** Who belongs to it today, what it belongs to, and who runs it. Three queries. */
  private async relatedTo(
    institution: InstitutionView,
    language: Language,
  ): Promise<Pick<InstitutionPageView, 'members' | 'memberOf' | 'operator'>> {
    const { reader } = this.unitOfWork;
    const { id: institutionId, operatorId } = institution;
    const request = { institutionId, asOf: null, now: this.clock.now(), limit: MOST_MEMBERS };
    const members = (await listMembers(reader, publicScope(), request)).items.map(({ member }) => member.id);
    const above = (await listMemberships(reader, publicScope(), request)).items.map(
      (one) => one.institution.id,
    );
    const found = await findInstitutions(reader, [
      ...members,
      ...above,
      ...(operatorId === null ? [] : [operatorId]),
    ]);
    const link = (id: Id) => linkTo(found.get(id), language);
    return {
      members: members.flatMap(link),
      memberOf: above.flatMap(link),
      operator: operatorId === null ? null : (link(operatorId)[0] ?? null),
    };
  }
}

function linkTo(institution: InstitutionView | undefined, language: Language): readonly InstitutionLink[] {
  if (institution === undefined) return [];
  const path = publicPath(institution);
  return [{ name: nameIn(institution, language), url: path === null ? null : pathIn(language, path) }];
}

function feedUrl(publicUrl: string, institution: InstitutionView, language: Language): string {
  const query = language === institution.mainLanguage ? '' : `?lang=${language}`;
  return `${publicUrl}${feedPath(institution)}${query}`;
}

/** Names of institutions are public: their pages are read as the system reads them. */
function publicScope() {
  return scopeOf(systemActor(), 'meeting.read');
}
