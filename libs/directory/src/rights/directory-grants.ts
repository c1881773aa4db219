import { Injectable } from '@nestjs/common';
import { GrantSource, isNotOver, isOnDay, listNamedGrants, MeetingPlaces } from '#access';
import type { Grant, MeetingPlace, NamedGrant } from '#access';
import type { OfficeKind } from '#contracts';
import type { Reader } from '#database';
import type { Id, Temporal } from '#kernel';
import { findReached } from './find-reached.js';
import type { Reached } from './find-reached.js';
import { roleOfOffice } from './role-of-office.js';

type Right = Pick<Grant, 'role' | 'institutionId' | 'meetingId'>;

interface When {
  readonly now: Temporal.Instant;
  /** Also what has not begun. */
  readonly later: boolean;
}

interface Surroundings {
  readonly reached: ReadonlyMap<Id, Reached>;
  readonly meetings: ReadonlyMap<Id, MeetingPlace>;
}

/** Rights given by name and rights that follow from mandates, with the institutions that each reaches. */
@Injectable()
export class DirectoryGrants extends GrantSource {
  constructor(private readonly meetings: MeetingPlaces) {
    super();
  }

  /** Three queries, and a fourth for rights for one meeting. Days count in the zone of institution or meeting. */
  grantsOf(reader: Reader, personId: Id, now: Temporal.Instant): Promise<readonly Grant[]> {
    return this.list(reader, personId, { now, later: false });
  }

  grantsFrom(reader: Reader, personId: Id, now: Temporal.Instant): Promise<readonly Grant[]> {
    return this.list(reader, personId, { now, later: true });
  }

  async reachOf(reader: Reader, right: Right, now: Temporal.Instant): Promise<Grant> {
    return withReach(right, await this.surroundings(reader, [right], now));
  }

  private async list(reader: Reader, personId: Id, when: When): Promise<readonly Grant[]> {
    const named = await listNamedGrants(reader, personId, when);
    const mandates = await listMandateRoles(reader, personId, when);
    const around = await this.surroundings(reader, [...named, ...mandates], when.now);
    const present = named.filter((grant) => counts(grant, zoneOf(grant, around), when));
    return [...present, ...mandates].map((right) => withReach(right, around));
  }

  private async surroundings(
    reader: Reader,
    rights: readonly Right[],
    now: Temporal.Instant,
  ): Promise<Surroundings> {
    const reached = await findReached(
      reader,
      rights.flatMap(({ institutionId }) => institutionId ?? []),
      now,
    );
    const meetingIds = rights.flatMap(({ meetingId }) => meetingId ?? []);
    return { reached, meetings: await this.meetings.find(reader, meetingIds) };
  }
}

function withReach({ role, institutionId, meetingId }: Right, { reached, meetings }: Surroundings): Grant {
  const { own, beneath } = reached.get(institutionId ?? '') ?? { own: [], beneath: [] };
  const meetingOf = meetings.get(meetingId ?? '')?.institutionIds ?? [];
  return { role, institutionId, meetingId, own, beneath, meetingOf };
}

/** The owner's right belongs to no place and counts in UTC. */
function zoneOf({ institutionId, meetingId }: Right, { reached, meetings }: Surroundings): string {
  return reached.get(institutionId ?? '')?.zone ?? meetings.get(meetingId ?? '')?.zone ?? 'UTC';
}

function counts(grant: NamedGrant, zone: string, { now, later }: When): boolean {
  const today = now.toZonedDateTimeISO(zone).toPlainDate();
  return later ? isNotOver(grant, today) : isOnDay(grant, today);
}

async function listMandateRoles(
  reader: Reader,
  personId: Id,
  { now, later }: When,
): Promise<readonly Right[]> {
  const rows: { kind: OfficeKind; institutionId: Id }[] = await reader.manager.query(
    `SELECT DISTINCT office.kind, office.institution_id AS "institutionId"
       FROM mandate
       JOIN office ON office.id = mandate.office_id
       JOIN institution ON institution.id = office.institution_id
      WHERE mandate.person_id = $1
        AND ($3 OR mandate.valid_from <= ($2::timestamptz AT TIME ZONE institution.zone)::date)
        AND (mandate.valid_until IS NULL
             OR mandate.valid_until >= ($2::timestamptz AT TIME ZONE institution.zone)::date)`,
    [personId, now, later],
  );
  return rows.map(({ kind, institutionId }) => ({
    role: roleOfOffice[kind],
    institutionId,
    meetingId: null,
  }));
}
