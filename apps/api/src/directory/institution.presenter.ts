import type { InstitutionDto, MembershipDto } from '#contracts';
import type { InstitutionView, MembershipView } from '#directory';

/** An institution, as the contract has it. */
export function presentInstitution(institution: InstitutionView): InstitutionDto {
  const { id, kind, slug, name, shortName, colour, zone, mainLanguage, version } = institution;
  const { field, laender, seat, website, organisationKind, operatorId, parentId } = institution;
  return {
    id,
    kind,
    slug,
    name,
    shortName,
    colour,
    zone,
    mainLanguage,
    field,
    laender: [...laender],
    seat,
    website,
    organisationKind,
    operatorId,
    parentId,
    version,
  };
}

/** A membership, as the contract has it. */
export function presentMembership({ id, member, validFrom, validUntil }: MembershipView): MembershipDto {
  return {
    id,
    member: { id: member.id, name: member.name, kind: member.kind },
    validFrom: validFrom.toString(),
    validUntil: validUntil?.toString() ?? null,
  };
}
