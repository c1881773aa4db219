import { mapAddress, placeLines } from '#i18n';
import type { PlaceWords, Translator, When } from '#i18n';
import type { Fact, Letterhead } from '#mail';

/** A poll as its mails say it, in one language. */
export interface PollMailProps {
  readonly letterhead: Letterhead;
  readonly title: string;
  /** Markdown. */
  readonly description: string | null;
  /** The dates, in words. */
  readonly options: readonly string[];
  /** Until when votes count, in words. */
  readonly deadline: string;
  readonly place: PlaceWords | null;
  /** Whom to ask, with address or telephone. */
  readonly organiser: string | null;
}

export interface DecisionMailProps extends PollMailProps {
  /** The date taken, and the same as a subject says it. */
  readonly when: When;
  readonly day: string;
  /** Whether a meeting moves there; else there is a new one. */
  readonly moves: boolean;
  readonly note: string | null;
}

export type PollMailSlot = 'greeting' | 'link' | 'reason';

/** The facts beside the date: where, and whom to ask. */
export function pollFacts({ place, organiser }: PollMailProps, t: Translator): readonly Fact[] {
  const lines = place === null ? [] : placeLines(place);
  const map = place === null ? null : mapAddress(place);
  const link = map === null ? null : { address: map, text: t('mail.facts.map') };
  return [
    ...(lines.length === 0 ? [] : [{ label: t('mail.facts.place'), lines, link }]),
    ...(organiser === null ? [] : [{ label: t('mail.facts.organiser'), lines: [organiser] }]),
  ];
}

/** The same as lines of plain text. */
export function pollFactsText(props: PollMailProps, t: Translator): string | null {
  const facts = pollFacts(props, t).map(({ label, lines }) => `${label}: ${lines.join(', ')}`);
  return facts.length === 0 ? null : facts.join('\n');
}
