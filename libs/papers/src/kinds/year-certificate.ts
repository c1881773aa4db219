import { daysOf, formatDayRange, translator } from '#i18n';
import { colours } from '../drawing/colours.js';
import { drawFooters } from '../drawing/draw-footer.js';
import { mm } from '../drawing/millimetres.js';
import { PaperDocument } from '../drawing/paper-document.js';
import { Table } from '../drawing/table.js';
import { A4_MM, CertificatePage, INNER_MM, MARGIN_MM } from './certificate-page.js';
import type { Signing } from './certificate-page.js';
import { addDurations, durationInShort, durationOf, durationWords } from './duration.js';
import { DRAWN_AT_ONCE } from './paper-words.js';
import type { OnDrawn, PaperMeeting, PaperPerson, PaperWords } from './paper-words.js';

export interface YearCertificate {
  readonly words: PaperWords;
  readonly person: PaperPerson;
  readonly year: number;
  /** All that the person was present at, in their order. */
  readonly meetings: readonly PaperMeeting[];
  readonly signing: Signing;
}

const LOWEST_MM = A4_MM.height - 22;
const SIGNING_NEEDS_MM = 34;

/** What somebody took part in during a year, with dates and hours. */
export async function drawYearCertificate(
  { words, person, year, meetings, signing }: YearCertificate,
  onDrawn: OnDrawn,
): Promise<Buffer> {
  const { language } = words;
  const t = translator(language);
  const title = t('papers.year.title', { year });
  const options = { ...A4_MM, title, author: signing.issuer, language, at: words.madeAt };
  const paper = new PaperDocument(options);
  const page = new CertificatePage(paper, words);
  const table = tableOf(paper, words);
  const named = page.open(title, person);
  const durations = meetings.map(({ when }) => durationOf(when));
  const told = t('papers.year.took-part', { count: meetings.length, year });
  let y = table.drawHead(page.paragraph(told, { y: named + mm(8), colour: colours.quiet }) + mm(6));
  for (const [index, { title: name, when, town }] of meetings.entries()) {
    const { first, last } = daysOf(when);
    const cells = [
      formatDayRange(first, last, language).replace(/^[^,]*, /, ''),
      name,
      town ?? '',
      durationInShort(durationOf(when), language),
    ];
    if (y + table.heightOf(cells) > mm(LOWEST_MM)) y = table.drawHead(page.turn());
    y = table.drawRow(y, cells);
    if (index % DRAWN_AT_ONCE === 0) await onDrawn(index);
  }
  const sum = t('papers.year.sum', { duration: durationWords(addDurations(durations), language) });
  if (y + mm(SIGNING_NEEDS_MM + 12) > mm(LOWEST_MM)) y = page.turn();
  y = page.paragraph(sum, { y: y + mm(4) });
  page.drawSigning(Math.max(y + mm(SIGNING_NEEDS_MM), mm(A4_MM.height - 45)), signing);
  const foot = { x: mm(MARGIN_MM), y: mm(A4_MM.height - 16), width: mm(INNER_MM) };
  drawFooters(paper, { ...foot, words: signing.issuer, language, accent: words.accent });
  return paper.end();
}

function tableOf(paper: PaperDocument, { language }: PaperWords): Table {
  const t = translator(language);
  return new Table(paper, {
    x: mm(MARGIN_MM),
    columns: [
      { title: t('papers.year.day'), width: mm(34) },
      { title: t('papers.year.meeting'), width: mm(68), strong: true },
      { title: t('papers.year.place'), width: mm(33) },
      { title: t('papers.year.duration'), width: mm(INNER_MM - 135), align: 'right' },
    ],
    size: 10,
    rowHeight: mm(8),
  });
}
