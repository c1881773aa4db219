import type { Me } from '#access';
import type { MeDto } from '#contracts';
import { fullName } from '#i18n';

/** Who is signed in, as the contract has it. */
export function presentMe(me: Me): MeDto {
  const { academicTitle: title, givenName, familyName } = me;
  return {
    personId: me.personId,
    name: fullName({ title, givenName, familyName }),
    address: me.address,
    language: me.language,
    roles: me.grants.map(({ role, institutionId, meetingId }) => ({ role, institutionId, meetingId })),
  };
}
