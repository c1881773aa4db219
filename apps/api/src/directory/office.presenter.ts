import { may } from '#access';
import type { Actor } from '#access';
import type { DeputyDto, HeldOfficeDto, MandateDto, OfficeDto } from '#contracts';
import { displayName } from '#directory';
import type { DeputyView, HeldOffice, MandateView, OfficeView } from '#directory';

/**
 * An office with its holders, as the contract has it. Who gets a copy is somebody's address, so only who may read people
 * there sees it; the office's own mailbox is nobody's.
 */
export function presentOffice(office: OfficeView, actor: Actor): OfficeDto {
  const { id, institution, kind, name, seats, mailbox, copyAddress, holders, deputies, version } = office;
  return {
    id,
    institution: { id: institution.id, name: institution.name },
    kind,
    name,
    seats,
    mailbox,
    copyAddress: may(actor, 'person.read', { institutionIds: [institution.id] }) ? copyAddress : null,
    holders: holders.map(presentMandate),
    deputies: deputies.map(presentDeputy),
    version,
  };
}

/** A mandate, as the contract has it. */
export function presentMandate({ id, person, seat, validFrom, validUntil }: MandateView): MandateDto {
  return {
    id,
    person: { id: person.id, name: displayName(person) },
    seat,
    validFrom: validFrom.toString(),
    validUntil: validUntil?.toString() ?? null,
  };
}

/** Somebody who stands in for an office, as the contract has it. */
export function presentDeputy({ id, person, rank, validFrom, validUntil }: DeputyView): DeputyDto {
  return {
    id,
    person: { id: person.id, name: displayName(person) },
    rank,
    validFrom: validFrom.toString(),
    validUntil: validUntil?.toString() ?? null,
  };
}

/** What a person holds, as the contract has it. */
export function presentHeldOffice(held: HeldOffice): HeldOfficeDto {
  const { id, office, institution, seat, validFrom, validUntil } = held;
  return {
    id,
    office: { id: office.id, name: office.name, kind: office.kind },
    institution: { id: institution.id, name: institution.name, kind: institution.kind },
    seat,
    validFrom: validFrom.toString(),
    validUntil: validUntil?.toString() ?? null,
  };
}
