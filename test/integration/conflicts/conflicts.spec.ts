import type { ConflictDto } from '#contracts';
import { Temporal } from '#kernel';
import { findConflicts } from '#participation';
import type { Conflict, ConflictDate } from '#participation';
import { aKey } from '../../factories/access.factory.js';
import { holdersIn } from '../../factories/audience.factory.js';
import { aMandate, anInstitution, anOffice, aPerson } from '../../factories/directory.factory.js';
import { aReason } from '../../factories/handover.factory.js';
import { aMeeting, anInvitation } from '../../factories/meetings.factory.js';
import { aNetworkOfManagers } from '../../factories/network.factory.js';
import { queriesOf } from '../../support/count-queries.js';
import { startTestApi, testKeys } from '../../support/test-api.js';
import type { TestApi } from '../../support/test-api.js';

const now = Temporal.Instant.from('2026-03-02T09:00:00Z');
const madeOf = (text: string) => Temporal.PlainDateTime.from(text);
const date = (startsLocal: string, endsLocal: string): ConflictDate => ({
  startsLocal: madeOf(startsLocal),
  endsLocal: madeOf(endsLocal),
  zone: 'Europe/Berlin',
});
const on = (day: string) => date(`${day}T10:00`, `${day}T12:00`);

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api?.close());

const reader = () => ({ manager: api.database.dataSource.manager });
const ask = (dates: readonly ConflictDate[], institutionIds: readonly string[]) =>
  findConflicts(reader(), { dates, institutionIds, now });
const affectedBy = (conflict: Conflict | undefined) =>
  conflict !== undefined && 'affected' in conflict ? conflict.affected.map(({ name }) => name.de) : null;

/** A network of a Saxon and a Thuringian cluster, and a cluster that has nothing to do with them. */
async function aRegion() {
  const { network, clusters } = await aNetworkOfManagers(reader(), [{}, {}]);
  const [saxon, thuringian] = clusters;
  if (saxon === undefined || thuringian === undefined) throw new Error('two were made');
  await reader().manager.update('Institution', { id: saxon.cluster.id }, { laender: ['SN'] });
  await reader().manager.update('Institution', { id: thuringian.cluster.id }, { laender: ['TH'] });
  return { network, saxon, thuringian, other: await anInstitution(reader(), { laender: ['BY'] }) };
}

describe('against a date stand', () => {
  it('weekends, and the public holidays of the Länder of those concerned', async () => {
    const { network, saxon, other } = await aRegion();
    const dates = [
      on('2026-11-18'),
      on('2026-10-31'),
      on('2026-06-18'),
      date('2026-10-30T18:00', '2026-11-02T09:00'),
    ];
    const found = await ask(dates, [network.id]);
    // Buß- und Bettag is one in Saxony alone; Reformationstag, a Saturday, in both.
    expect(found[0]).toMatchObject([
      { kind: 'public-holiday', laender: ['SN'], name: { de: 'Buß- und Bettag' } },
    ]);
    expect(affectedBy(found[0]?.[0])).toEqual(['Cluster 1']);
    expect(found[1]).toMatchObject([{ kind: 'weekend' }, { kind: 'public-holiday', laender: ['SN', 'TH'] }]);
    expect(affectedBy(found[1]?.[1])).toEqual(['Cluster 1', 'Cluster 2']);
    expect(found[2]).toEqual([]);
    expect(found[3]?.map(({ kind }) => kind)).toEqual(['weekend', 'public-holiday']);
    expect(await ask([on('2026-11-18')], [other.id])).toEqual([[]]);
    const committee = await anInstitution(reader(), { kind: 'committee', parentId: saxon.cluster.id });
    expect(affectedBy((await ask([on('2026-11-18')], [committee.id]))[0]?.[0])).toEqual([committee.name.de]);
  });

  it('meetings of the same day that share an owner, a host or somebody invited', async () => {
    const { network, saxon, thuringian, other } = await aRegion();
    const elsewhere = { institutionId: other.id };
    const owned = await aMeeting(reader(), {
      institutionId: saxon.cluster.id,
      state: 'draft',
      publishedAt: null,
    });
    const hosted = await aMeeting(reader(), elsewhere);
    await reader().manager.insert('MeetingHost', {
      meetingId: hosted.id,
      institutionId: thuringian.cluster.id,
      position: 0,
    });
    const inviting = await aMeeting(reader(), elsewhere);
    const { id: personId } = await aPerson(reader());
    const invitation = await anInvitation(reader(), testKeys, { meetingId: inviting.id, personId });
    const reason = {
      invitationId: invitation.id,
      officeId: saxon.office.id,
      institutionId: saxon.cluster.id,
    };
    await aReason(reader(), reason);
    // Nobody concerned, cancelled, and withdrawn: all three are on that day, and none is a conflict.
    await aMeeting(reader(), elsewhere);
    const cancelledAt = now;
    await aMeeting(reader(), { institutionId: saxon.cluster.id, state: 'cancelled', cancelledAt });
    const withdrawn = await anInvitation(reader(), testKeys, {
      meetingId: (await aMeeting(reader(), elsewhere)).id,
      state: 'withdrawn',
      withdrawnAt: now,
    });
    await aReason(reader(), { ...reason, invitationId: withdrawn.id });

    const [same, later, day] = await ask(
      [on('2026-06-18'), date('2026-06-18T15:30', '2026-06-18T17:00'), on('2026-06-19')],
      [network.id],
    );
    const shown = (same ?? []).flatMap((conflict) =>
      conflict.kind === 'meeting' ? [[conflict.meetingId, affectedBy(conflict), conflict.overlaps]] : [],
    );
    expect(shown).toEqual([
      [owned.id, ['Cluster 1'], true],
      [hosted.id, ['Cluster 2'], true],
      [inviting.id, ['Cluster 1'], true],
    ]);
    expect(later?.map((conflict) => conflict.kind === 'meeting' && conflict.overlaps)).toEqual([
      false,
      false,
      false,
    ]);
    expect(day).toEqual([]);
  });

  it('with the same three queries for 1, 10 and 500 dates', async () => {
    const { network, saxon } = await aRegion();
    await aMeeting(reader(), { institutionId: saxon.cluster.id });
    for (const count of [1, 10, 500]) {
      const dates = Array.from({ length: count }, (_, days) => {
        const day = Temporal.PlainDate.from('2026-06-18').add({ days });
        return on(day.toString());
      });
      const queries = await queriesOf(api.database.dataSource, async () => {
        const found = await ask(dates, [network.id]);
        expect(found).toHaveLength(count);
        expect(found[0]).toMatchObject([{ kind: 'meeting' }]);
      });
      expect(queries).toHaveLength(3);
    }
  });
});

describe('POST /meetings/conflicts', () => {
  it('names a meeting only to who may read it, and else only whose it is', async () => {
    const { network, saxon, other } = await aRegion();
    const title = { de: 'Geheime Fusion' };
    const meeting = await aMeeting(reader(), {
      institutionId: saxon.cluster.id,
      title,
      visibility: 'invited',
    });
    const askAs = async (institutionId: string) => {
      const { id: personId } = await aPerson(reader());
      const { id: officeId } = await anOffice(reader(), { institutionId });
      await aMandate(reader(), { officeId, personId });
      const key = await aKey(reader(), personId);
      const response = await fetch(`${api.url}/api/v1/meetings/conflicts`, {
        method: 'POST',
        headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
        body: JSON.stringify({
          rule: holdersIn(network.id),
          dates: [{ startsLocal: '2026-06-18T10:00', endsLocal: '2026-06-18T12:00' }],
        }),
      });
      const text = await response.text();
      expect([response.status, text]).toEqual([200, expect.any(String)]);
      return {
        text,
        conflicts: (JSON.parse(text) as { dates: { conflicts: ConflictDto[] }[] }).dates[0]?.conflicts,
      };
    };
    const institution = { id: saxon.cluster.id, name: saxon.cluster.name };
    const conflict = { kind: 'meeting', institution, overlaps: true, affected: [institution] };
    const mine = await askAs(saxon.cluster.id);
    expect(mine.conflicts).toEqual([{ ...conflict, meeting: { id: meeting.id, title } }]);
    const theirs = await askAs(other.id);
    expect(theirs.conflicts).toEqual([{ ...conflict, meeting: null }]);
    expect(theirs.text).not.toContain('Fusion');
    expect(theirs.text).not.toContain(meeting.id);
  });
});
