import { daysOf, formatDay, formatMoment, formatWhen, mapAddress, placeLines, type Translator } from '#i18n';
import { columns, slot, type ButtonLink, type Fact, type ScheduleRow } from '#mail';
import type { MeetingMailContact, MeetingMailView, PartyWords } from './meeting-mail.view.js';

interface FactsProps {
  readonly meeting: MeetingMailView;
  readonly party: PartyWords | null;
}

/** The facts that stand beside the date. */
export function factsOf({ meeting, party }: FactsProps, t: Translator): Fact[] {
  const { place, hosts, organiser } = meeting;
  const map = place === null ? null : mapAddress(place);
  const facts: Fact[] = party === null ? [] : partyFacts(party, t);
  if (place !== null && placeLines(place).length > 0) {
    const link = map === null ? null : { address: map, text: t('mail.facts.map') };
    facts.push({ label: t('mail.facts.place'), lines: placeLines(place), link });
  }
  facts.push(...onlineFacts(meeting, t));
  if (hosts.length > 0) facts.push({ label: t('mail.facts.host', { count: hosts.length }), lines: hosts });
  if (organiser !== null) facts.push({ label: t('mail.facts.organiser'), lines: contactLines(organiser) });
  return facts;
}

function onlineFacts({ online, onlineUrl }: MeetingMailView, t: Translator): Fact[] {
  if (online === 'none') return [];
  const label = t('common.where.online');
  if (onlineUrl !== null) {
    return [{ label, lines: [], link: { address: onlineUrl, text: shortAddress(onlineUrl) } }];
  }
  const words = online === 'to-follow' ? 'common.where.to-follow' : 'common.where.for-guests';
  return [{ label, lines: [t(words)], link: null }];
}

function partyFacts({ kind, companions }: PartyWords, t: Translator): Fact[] {
  const named = companions.filter((name) => name !== '');
  const nameless = companions.length - named.length;
  const lines = [...named, ...(nameless > 0 ? [t('mail.facts.nameless', { count: nameless })] : [])];
  return [
    ...(kind === null ? [] : [{ label: t('mail.facts.kind'), lines: [kind] }]),
    ...(lines.length === 0 ? [] : [{ label: t('mail.facts.companions'), lines }]),
  ];
}

/** The same for the plain text, with the date first. */
export function factsText({ meeting, party }: FactsProps, t: Translator): string {
  const rows = factsOf({ meeting, party }, t).map(({ label, lines, link }) => {
    const shown = lines.length === 0 && link ? [link.address] : lines;
    return [label, shown.join('\n')] as const;
  });
  return columns([[t('mail.facts.when'), formatWhen(meeting.when, t.language)], ...rows]);
}

/** The agenda as lines of a schedule. */
export function scheduleOf({ agenda }: MeetingMailView, t: Translator): ScheduleRow[] {
  return agenda.map(({ kind, title, speaker, time }) => ({
    time: time === null ? null : [time.from, time.until].filter((clock) => clock !== null).join('–'),
    title: title.text,
    about: [kind === 'talk' || kind === 'break' ? null : t(`agenda.kinds.${kind}`), speaker]
      .filter((part) => part !== null)
      .join(' · '),
  }));
}

/** "Do., 4. März 2027" for subjects. */
export function shortDay(meeting: MeetingMailView, t: Translator): string {
  return formatDay(daysOf(meeting.when).first, t.language, 'short');
}

/** The three answers, in the order and with the weight that every channel gives them. */
export function answerButtons(t: Translator): ButtonLink[] {
  return (['yes', 'maybe', 'no'] as const).map((answer) => ({
    text: t(`common.choice.${answer}`),
    address: `${slot('link')}?answer=${answer}`,
  }));
}

/** The three answers as lines of plain text. */
export function answerLinksText(t: Translator): string {
  return answerButtons(t)
    .map(({ text, address }) => `${text}:\n${address}`)
    .join('\n\n');
}

/** Until when and by which way to answer, as far as there is something to say. */
export function answerHints(
  meeting: MeetingMailView,
  calendarAnswersReachUs: boolean,
  t: Translator,
): string {
  const moment = meeting.answerBy === null ? null : formatMoment(meeting.answerBy, meeting.zone, t.language);
  return [
    moment === null ? null : t('mail.answer.by', { moment }),
    t(calendarAnswersReachUs ? 'mail.answer.either-way' : 'mail.answer.by-link'),
  ]
    .filter((hint) => hint !== null)
    .join(' ');
}

/** How to end these mails: whom to write to; null where nobody is named. */
export function stopHint(meeting: MeetingMailView, t: Translator): string | null {
  return meeting.organiser === null ? null : t('mail.layout.stop', { contact: contactOf(meeting.organiser) });
}

/** "Kim Müller (kim@firma.example)". */
export function contactOf({ name, email, phone }: MeetingMailContact): string {
  const way = email ?? phone;
  return way === null ? name : `${name} (${way})`;
}

function contactLines({ name, email, phone }: MeetingMailContact): string[] {
  return [name, email, phone].filter((line) => line !== null);
}

function shortAddress(address: string): string {
  return address.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '');
}
