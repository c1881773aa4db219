import { Injectable } from '@nestjs/common';
import { systemActor, scopeOf } from '#access';
import { Config } from '#config';
import { UnitOfWork } from '#database';
import { findInstitutions, listInstitutions, listMembers } from '#directory';
import type { InstitutionView } from '#directory';
import { Clock, pickText } from '#kernel';
import type { Language } from '#kernel';
import { bundleMeetings, listComingPublicMeetings, listPublicMeetings, nameIn } from '#meetings';
import type { MeetingBundle } from '#meetings';
import type { HomePageView, InstitutionPageView } from '../pages/views/public.view.js';
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
    const { colour, mainLanguage } = institution;
    return {
      frame: presentFrame({
        language,
        languageLinks: linksTo(`/n/${institution.slug}`),
        institution: { name: nameIn(institution, language), colour },
        indexed: true,
      }),
      kind: institution.kind,
      name: pickText(institution.name, language, mainLanguage),
      description: null,
      website: null,
      upcoming: [...coming].map(present),
      past: bundles
        .filter((bundle) => !coming.has(bundle))
        .toReversed()
        .map(present),
      members: await this.membersOf(institution, language),
      feedUrl: `${this.config.publicUrl}/feeds/networks/${institution.slug}.ics${language === mainLanguage ? '' : `?lang=${language}`}`,
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

  private async membersOf(
    institution: InstitutionView,
    language: Language,
  ): Promise<InstitutionPageView['members']> {
    const page = await listMembers(this.unitOfWork.reader, publicScope(), {
      institutionId: institution.id,
      asOf: null,
      now: this.clock.now(),
      limit: MOST_MEMBERS,
    });
    const members = await findInstitutions(
      this.unitOfWork.reader,
      page.items.map(({ member }) => member.id),
    );
    return page.items.flatMap(({ member }) => {
      const found = members.get(member.id);
      return found === undefined ? [] : [{ name: nameIn(found, language), url: null }];
    });
  }
}

/** Names of institutions are public: their pages are read as the system reads them. */
function publicScope() {
  return scopeOf(systemActor(), 'meeting.read');
}
