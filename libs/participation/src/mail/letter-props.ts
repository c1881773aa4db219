import type { Language } from '#kernel';
import { nameIn, wordsOf } from '#meetings';
import type { MeetingBundle } from '#meetings';
import type { MeetingMailProps, PartyWords } from './templates/meeting-mail.view.js';

/** What every letter about a meeting is made of, in one language. */
export function letterProps(
  bundle: MeetingBundle,
  language: Language,
  siteUrl: string,
  party: PartyWords | null = null,
): MeetingMailProps {
  const sender = nameIn(bundle.institution, language);
  return {
    letterhead: { sender, colour: bundle.institution.colour, siteUrl, imprint: [sender] },
    meeting: wordsOf(bundle, language),
    calendarAnswersReachUs: false,
    party,
  };
}
