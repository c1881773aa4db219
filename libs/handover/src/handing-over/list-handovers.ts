import type { AuthorizedScope } from '#access';
import { idPart, selectPage, toPage } from '#database';
import type { Keyset, Page, PageRequest, Reader } from '#database';
import { whereInstitutionReached } from '#directory';
import type { Id, Temporal } from '#kernel';
import { selectHandovers, viewHandovers } from './handover-view.js';
import type { HandoverRow, HandoverView } from './handover-view.js';

const byDay: Keyset<HandoverRow> = {
  list: 'handovers',
  parts: [{ path: 'handover.firstDay', kind: 'day', of: ({ firstDay }) => firstDay }, idPart('handover.id')],
};

/** The handovers of reached institutions whose day is still to come there, the next first. Three queries. */
export async function listHandovers(
  reader: Reader,
  scope: AuthorizedScope,
  request: PageRequest & { readonly institutionId?: Id | undefined; readonly now: Temporal.Instant },
): Promise<Page<HandoverView>> {
  const { institutionId, now } = request;
  const query = selectHandovers(reader)
    .where('handover.calledOffAt IS NULL AND begun.id IS NOT NULL')
    .andWhere('handover.firstDay > CAST(CAST(:now AS timestamptz) AT TIME ZONE institution.zone AS date)', {
      now,
    })
    // What is over in every zone of the world, so that an index finds where to begin.
    .andWhere(
      `handover.firstDay >= CAST((CAST(:now AS timestamptz) AT TIME ZONE 'UTC') - interval '12 hours' AS date)`,
    );
  if (institutionId !== undefined) query.andWhere('institution.id = :institutionId', { institutionId });
  whereInstitutionReached(query, scope, 'institution.id');
  const page = toPage(await selectPage(query, byDay, request).getRawMany<HandoverRow>(), byDay, request);
  return { items: await viewHandovers(reader, page.items), next: page.next };
}
