import type { Reader } from '#database';
import { findByAddress, findPeople } from '#directory';
import type { Id } from '#kernel';
import { Invitation } from '../tables/invitation.entity.js';
import type { OpenRegistration } from '../tables/open-registration.entity.js';

type Contact = Pick<OpenRegistration, 'address' | 'givenName' | 'familyName'>;

/**
 * Who of the directory has registered: whoever alone has the address. Of several with one address, and of a mailbox
 * that several people read, only who is called the same.
 */
export async function findRegistrant(reader: Reader, contact: Contact): Promise<Id | null> {
  const { people } = await findByAddress(reader, contact.address);
  const [first] = people;
  if (first === undefined) return null;
  if (people.length === 1 && !first.shared) return first.personId;
  const known = await findPeople(
    reader,
    people.map(({ personId }) => personId),
  );
  const named = [...known.values()].filter((person) => nameOf(person) === nameOf(contact));
  return named.length === 1 ? (named[0]?.id ?? null) : null;
}

/** The invitation that whoever has registered already has; null where none holds. */
export async function findOwnInvitation(
  reader: Reader,
  registered: Contact & Pick<OpenRegistration, 'meetingId'>,
): Promise<Invitation | null> {
  const personId = await findRegistrant(reader, registered);
  if (personId === null) return null;
  const { meetingId } = registered;
  return reader.manager.findOneBy(Invitation, { meetingId, personId, state: 'active' });
}

function nameOf({ givenName, familyName }: Pick<Contact, 'givenName' | 'familyName'>): string {
  return `${givenName} ${familyName}`.normalize('NFC').toLowerCase();
}
