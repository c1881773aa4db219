import type { Language } from '#kernel';
import { nameIn, whereFor, wordsOf } from '#meetings';
import type { MeetingBundle, WhereReader } from '#meetings';
import type { MeetingMailProps, PartyWords } from './templates/meeting-mail.view.js';

/** What a letter depends on of who reads it. */
export interface LetterReader {
  readonly party: PartyWords | null;
  readonly reader: WhereReader;
}

/** What every letter about a meeting is made of, in one language. */
export function letterProps(
  bundle: MeetingBundle,
  language: Language,
  siteUrl: string,
  { party, reader }: LetterReader,
): MeetingMailProps {
  const words = wordsOf(bundle, language);
  const sender = nameIn(bundle.institution, language);
  return {
    letterhead: { sender, colour: bundle.institution.colour, siteUrl, imprint: [sender] },
    meeting: { ...words, ...whereFor(words, reader) },
    calendarAnswersReachUs: false,
    party,
  };
}
