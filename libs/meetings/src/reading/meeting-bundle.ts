import type { Reader } from '#database';
import { findInstitutions, findPeople } from '#directory';
import type { InstitutionView, PersonContact } from '#directory';
import type { Id } from '#kernel';
import type { Meeting } from '../tables/meeting.entity.js';
import { findLinks } from './meeting.queries.js';

/** A meeting with everybody it names: what pages, mails, feeds and the api show is made from it. */
export interface MeetingBundle {
  readonly meeting: Meeting;
  readonly institution: InstitutionView;
  /** In the order they are named in. */
  readonly hosts: readonly InstitutionView[];
  readonly listings: readonly InstitutionView[];
  readonly organiser: PersonContact | null;
}

/** Bundles for these meetings, in their order, with a fixed number of queries. */
export async function bundleMeetings(
  reader: Reader,
  meetings: readonly Meeting[],
): Promise<readonly MeetingBundle[]> {
  const linksOf = await findLinks(
    reader,
    meetings.map(({ id }) => id),
  );
  const institutions = await findInstitutions(
    reader,
    meetings.flatMap(({ id, institutionId }) => [
      institutionId,
      ...linksOf(id).hostIds,
      ...linksOf(id).listingIds,
    ]),
  );
  const organisers = await findPeople(
    reader,
    meetings.flatMap(({ organiserId }) => organiserId ?? []),
  );
  const named = (ids: readonly Id[]) => ids.flatMap((id) => institutions.get(id) ?? []);
  return meetings.flatMap((meeting) => {
    const { hostIds, listingIds } = linksOf(meeting.id);
    const institution = institutions.get(meeting.institutionId);
    const organiser = organisers.get(meeting.organiserId ?? '') ?? null;
    if (institution === undefined) return [];
    return [{ meeting, institution, hosts: named(hostIds), listings: named(listingIds), organiser }];
  });
}
