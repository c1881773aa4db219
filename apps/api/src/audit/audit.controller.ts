import { Controller } from '@nestjs/common';
import { findScope, listLog, scopeOf } from '#access';
import type { Actor } from '#access';
import type { AuditEntry } from '#audit';
import { endpoints } from '#contracts';
import type { AuditEntryDto, ResponseOf } from '#contracts';
import { UnitOfWork } from '#database';
import { listReachedPeople } from '#directory';
import { Temporal } from '#kernel';
import { CurrentActor, Input, Route } from '../http/index.js';
import type { InputOf } from '../http/index.js';
import { changesOf, isPersonal } from './audit-changes.js';
import { LogNames } from './log-names.js';

type Query = InputOf<typeof endpoints.listAudit>['query'];

/** The log: who changed what. */
@Controller()
export class AuditController {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @Route(endpoints.listAudit)
  async list(
    @CurrentActor() actor: Actor,
    @Input() { query }: InputOf<typeof endpoints.listAudit>,
  ): Promise<ResponseOf<typeof endpoints.listAudit>> {
    const { reader } = this.unitOfWork;
    const { items, next } = await listLog(reader, scopeOf(actor, 'audit.read'), filterOf(query));
    const names = await LogNames.find(reader, items);
    const people = items.flatMap((entry) => names.personOf(entry) ?? []);
    const reached = await listReachedPeople(reader, findScope(actor, 'person.read'), people);
    return { items: items.map((entry) => present(entry, names, new Set(reached))), next };
  }
}

function filterOf({ from, until, zone, actorId, ...rest }: Query) {
  const startOf = (day: string, plus: number) =>
    Temporal.PlainDate.from(day).add({ days: plus }).toZonedDateTime(zone).toInstant();
  return {
    ...rest,
    actorPersonId: actorId,
    from: from === undefined ? undefined : startOf(from, 0),
    before: until === undefined ? undefined : startOf(until, 1),
  };
}

function present(entry: AuditEntry, names: LogNames, reached: ReadonlySet<string>): AuditEntryDto {
  const { id, at, actorPersonId, channel, action, subjectKind, subjectId } = entry;
  const about = names.personOf(entry);
  const isSeen = about === null || reached.has(about);
  const actorName = actorPersonId === null ? null : names.person(actorPersonId);
  return {
    id,
    at: at.toString(),
    actor: actorPersonId === null ? null : { id: actorPersonId, name: actorName ?? '' },
    channel,
    action,
    subject: { kind: subjectKind, id: subjectId, name: names.subject(entry) },
    changes: changesOf(entry, isSeen).map(({ field, before, after }) => ({
      field,
      before: names.value(field, before),
      after: names.value(field, after),
    })),
    hidden: !isSeen && isPersonal(entry),
  };
}
