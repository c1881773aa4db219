import type { Reader } from '#database';
import { findInstitutions } from '#directory';
import type { InstitutionView } from '#directory';
import type { Id } from '#kernel';
import { SeriesHost } from './series-host.entity.js';

/** A host with its institution. */
export interface HostView {
  readonly host: SeriesHost;
  readonly institution: InstitutionView;
}

/** Who takes turns, in their order, and who did and does not any more. */
export interface SeriesHosts {
  readonly hosts: readonly HostView[];
  readonly left: readonly HostView[];
}

/** The hosts of a series; two queries. */
export async function listSeriesHosts(reader: Reader, seriesId: Id): Promise<SeriesHosts> {
  const rows = await reader.manager.find(SeriesHost, { where: { seriesId }, order: { position: 'ASC' } });
  const institutions = await findInstitutions(
    reader,
    rows.map(({ institutionId }) => institutionId),
  );
  const views = rows.flatMap((host): HostView[] => {
    const institution = institutions.get(host.institutionId);
    return institution === undefined ? [] : [{ host, institution }];
  });
  return {
    hosts: views.filter(({ host }) => host.leftAt === null),
    left: views.filter(({ host }) => host.leftAt !== null),
  };
}
