import type { InstitutionDto, MembershipDto } from '#contracts';
import type { InstitutionView, MembershipView } from '#directory';

/** An institution, as the contract has it. */
export function presentInstitution(institution: InstitutionView): InstitutionDto {
  const { id, kind, slug, name, shortName, colour, zone, mainLanguage, version } = institution;
  const { field, laender, seat, website, organisationKind, operatorId, parentId, logoFileId } = institution;
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
    logoFileId,
    version,
  };
}

/** A membership, as the contract has it. */
export function presentMembership(membership: MembershipView): MembershipDto {
  const { id, institution, member, validFrom, validUntil, version } = membership;
  return {
    id,
    institution: presentSide(institution),
    member: presentMember(member),
    validFrom: validFrom.toString(),
    validUntil: validUntil?.toString() ?? null,
    version,
  };
}

function presentSide({ id, name, kind }: MembershipView['institution']): MembershipDto['institution'] {
  return { id, name, kind };
}

function presentMember(member: MembershipView['member']): MembershipDto['member'] {
  const { organisationKind, seat, laender, website } = member;
  return { ...presentSide(member), organisationKind, seat, laender: [...laender], website };
}
