import type { Id } from '#kernel';
import { defineFact } from '#queue';

/** Name, address, colour, zone or language of an institution are others than before, or it is new. */
export const InstitutionChanged = defineFact<{ institutionId: Id }>('InstitutionChanged');

export const MembershipAdded = defineFact<{ membershipId: Id; institutionId: Id; memberId: Id }>(
  'MembershipAdded',
);

/** The days of a membership are others than before. */
export const MembershipChanged = defineFact<{ membershipId: Id; institutionId: Id; memberId: Id }>(
  'MembershipChanged',
);

/** Somebody is new or has another name, language or address. */
export const PersonChanged = defineFact<{ personId: Id }>('PersonChanged');

export const OfficeChanged = defineFact<{ officeId: Id; institutionId: Id }>('OfficeChanged');

/** Others than before stand in for the office, or in another order. */
export const DeputiesChanged = defineFact<{ officeId: Id }>('DeputiesChanged');

export const MandateGiven = defineFact<{ mandateId: Id; officeId: Id; personId: Id }>('MandateGiven');

/** A mandate that had not begun was taken back. */
export const MandateCalledOff = defineFact<{ mandateId: Id; officeId: Id; personId: Id }>('MandateCalledOff');

/** The mandate's last day is another one than before. */
export const MandateEnded = defineFact<{ mandateId: Id; officeId: Id; personId: Id }>('MandateEnded');

/** `otherId` is gone; whatever was theirs is `personId`'s. */
export const PeopleMerged = defineFact<{ personId: Id; otherId: Id }>('PeopleMerged');
/** A saved audience is new, or yields others than before. */
export const AudienceChanged = defineFact<{ audienceId: Id }>('AudienceChanged');

/** A person or an institution carries other tags than before; the subject's id. */
export const TagsChanged = defineFact<{ subjectId: Id }>('TagsChanged');
