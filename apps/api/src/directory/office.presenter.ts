import type { MandateDto, OfficeDto } from '#contracts';
import { displayName } from '#directory';
import type { MandateView, OfficeView } from '#directory';

/** An office with its holders, as the contract has it. */
export function presentOffice(office: OfficeView): OfficeDto {
  const { id, institution, kind, name, seats, mailbox, copyAddress, holders, version } = office;
  return {
    id,
    institution: { id: institution.id, name: institution.name },
    kind,
    name,
    seats,
    mailbox,
    copyAddress,
    holders: holders.map(presentMandate),
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
