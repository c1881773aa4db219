import { Injectable } from '@nestjs/common';
import { scopeOf } from '#access';
import type { Actor } from '#access';
import { writeAudit } from '#audit';
import { insertRows, UnitOfWork } from '#database';
import type { Tx } from '#database';
import { Clock, DomainError, newId, TokenKeys } from '#kernel';
import type { Id, Temporal } from '#kernel';
import { assertMayWith, getMeeting, listMeetingInstitutions, lockMeeting } from '#meetings';
import type { Meeting } from '#meetings';
import { doorHours } from './door-hours.js';
import type { DoorHours } from './door-hours.js';
import { DoorLink } from './door-link.entity.js';

/** A link, and when it opens something. */
export interface DoorLinkView extends DoorHours {
  readonly link: DoorLink;
}

// Somebody who needs more has lost track of them.
const MOST_OPEN = 50;

/** Links by which helpers without an account check people in. Throws `meeting.not-found`, `access.denied`. */
@Injectable()
export class KeepDoorLinks {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly keys: TokenKeys,
  ) {}

  /** Makes one more. Throws `meeting.not-published`, `meeting.cancelled`, `door-link.too-many`. */
  async make(actor: Actor, meetingId: Id, name: string): Promise<DoorLinkView> {
    return this.unitOfWork.run(async (tx) => {
      const meeting = await lockMeeting(tx, meetingId);
      await assertMayWith(tx, actor, 'meeting.invite', meeting);
      if (meeting.state === 'draft') throw new DomainError('meeting.not-published');
      if (meeting.state === 'cancelled') throw new DomainError('meeting.cancelled');
      const open = await tx.manager
        .createQueryBuilder(DoorLink, 'link')
        .where('link.meetingId = :meetingId AND link.revokedAt IS NULL', { meetingId })
        .getCount();
      if (open >= MOST_OPEN) throw new DomainError('door-link.too-many', { most: MOST_OPEN });
      const row = { id: newId(), tokenGeneration: 1 };
      const { hash, keyId } = this.keys.derive(sourceOf(row));
      const now = this.clock.now();
      const link = {
        ...row,
        meetingId,
        name,
        tokenHash: hash,
        tokenKeyId: keyId,
        createdAt: now,
        revokedAt: null,
      };
      await insertRows(tx, DoorLink, [link]);
      await log(tx, { actor, link, now, made: true });
      return viewOf(link, meeting);
    });
  }

  /** Lets a link open nothing any more, at once. Throws `door-link.not-found`. May run twice. */
  async revoke(actor: Actor, id: Id): Promise<DoorLinkView> {
    return this.unitOfWork.run(async (tx) => {
      const found = await tx.manager.findOneBy(DoorLink, { id });
      if (found === null) throw new DomainError('door-link.not-found');
      const meeting = await lockMeeting(tx, found.meetingId);
      await assertMayWith(tx, actor, 'meeting.invite', meeting);
      const link = await tx.manager.findOneByOrFail(DoorLink, { id });
      if (link.revokedAt !== null) return viewOf(link, meeting);
      const now = this.clock.now();
      await tx.manager.update(DoorLink, { id }, { revokedAt: now });
      await log(tx, { actor, link, now, made: false });
      return viewOf({ ...link, revokedAt: now }, meeting);
    });
  }

  /** A meeting's links, the newest first. */
  async list(actor: Actor, meetingId: Id): Promise<readonly DoorLinkView[]> {
    const { reader } = this.unitOfWork;
    const meeting = await getMeeting(reader, scopeOf(actor, 'meeting.invite'), meetingId);
    const links = await reader.manager
      .createQueryBuilder(DoorLink, 'link')
      .where({ meetingId })
      .orderBy('link.id', 'DESC')
      .getMany();
    return links.map((link) => viewOf(link, meeting));
  }
}

/** The path of a helper's page. */
export function doorPath(
  keys: TokenKeys,
  link: Pick<DoorLink, 'id' | 'tokenGeneration' | 'tokenKeyId'>,
): string {
  return `/d/${keys.derive(sourceOf(link), link.tokenKeyId).token}`;
}

function sourceOf({ id, tokenGeneration }: Pick<DoorLink, 'id' | 'tokenGeneration'>) {
  return { purpose: 'door-link', rowId: id, generation: tokenGeneration } as const;
}

function viewOf(link: DoorLink, meeting: Meeting): DoorLinkView {
  return { link, ...doorHours(meeting) };
}

interface Logged {
  readonly actor: Actor;
  readonly link: DoorLink;
  readonly now: Temporal.Instant;
  readonly made: boolean;
}

async function log(tx: Tx, { actor, link, now, made }: Logged): Promise<void> {
  const said = { doorLink: link.name };
  await writeAudit(tx, [
    {
      at: now,
      actorPersonId: actor.personId,
      channel: actor.channel,
      action: made ? 'meeting.make-door-link' : 'meeting.revoke-door-link',
      subjectKind: 'meeting',
      subjectId: link.meetingId,
      institutionIds: await listMeetingInstitutions(tx, link.meetingId),
      before: made ? null : said,
      after: made ? said : null,
      requestId: actor.requestId,
    },
  ]);
}
