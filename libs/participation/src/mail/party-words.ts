import type { RegistrationState } from '#contracts';
import { pickText } from '#kernel';
import type { Language } from '#kernel';
import type { MeetingBundle } from '#meetings';
import { contingentOf } from '../seats/party-of.js';
import { comesOrWaits } from '../seats/where-reader.js';
import type { Addressee } from './addressee.js';
import type { PartyWords } from './templates/meeting-mail.view.js';

/** As what and with whom the reader comes; null for who has no seat and waits for none. */
export function partyWords(
  { meeting, institution }: MeetingBundle,
  { contingentId, companions }: Pick<Addressee, 'contingentId' | 'companions'>,
  {
    registration,
    language,
  }: { readonly registration: RegistrationState | null; readonly language: Language },
): PartyWords | null {
  if (!comesOrWaits(registration)) return null;
  const kind = contingentOf(meeting.seating, contingentId);
  const isOneOfMany = meeting.seating.contingents.length > 1 || kind?.online === true;
  return {
    kind: kind !== null && isOneOfMany ? pickText(kind.name, language, institution.mainLanguage).text : null,
    isOnline: kind?.online === true,
    companions,
  };
}
