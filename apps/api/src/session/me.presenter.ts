import { rightsOf } from '#access';
import type { Grant, Me } from '#access';
import { actions } from '#contracts';
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
    roles: me.grants.map(presentRole),
  };
}

function presentRole({ role, institutionId, meetingId, own, beneath }: Grant): MeDto['roles'][number] {
  const rights = actions.flatMap((action) => {
    const reach = rightsOf[role][action];
    return reach === undefined ? [] : [{ action, reach }];
  });
  return { role, institutionId, meetingId, own: [...own], beneath: [...beneath], rights };
}
