import { translator } from '#i18n';
import { colours } from '../drawing/colours.js';
import { drawMarks } from '../drawing/draw-footer.js';
import { mm } from '../drawing/millimetres.js';
import { PaperDocument } from '../drawing/paper-document.js';
import { A4_MM, CertificatePage, INNER_MM, MARGIN_MM } from './certificate-page.js';
import type { Signing } from './certificate-page.js';
import { drawMeetingHead } from './draw-meeting-head.js';
import { durationOf, durationWords } from './duration.js';
import { DRAWN_AT_ONCE } from './paper-words.js';
import type { OnDrawn, PaperMeeting, PaperPerson, PaperWords } from './paper-words.js';

export interface Certificates {
  readonly words: PaperWords;
  readonly meeting: PaperMeeting;
  /** What was talked about. */
  readonly topics: readonly string[];
  /** Only who was present. */
  readonly people: readonly PaperPerson[];
  readonly signing: Signing;
}

const MOST_TOPICS = 10;
const SIGNING_MM = A4_MM.height - 45;

/** That somebody was there: a page for each. */
export async function drawCertificates(certificates: Certificates, onDrawn: OnDrawn): Promise<Buffer> {
  const { words, meeting, people } = certificates;
  const t = translator(words.language);
  const paper = new PaperDocument({
    ...A4_MM,
    title: `${t('papers.certificate.title')}: ${meeting.title}`,
    author: meeting.hosts,
    language: words.language,
    at: words.madeAt,
  });
  const page = new CertificatePage(paper, words);
  for (const [index, person] of people.entries()) {
    drawOne(paper, page, certificates, person);
    if (index % DRAWN_AT_ONCE === 0) await onDrawn(index);
  }
  const foot = { x: mm(MARGIN_MM), y: mm(A4_MM.height - 16) };
  drawMarks(paper, { ...foot, words: meeting.hosts, accent: words.accent });
  return paper.end();
}

function drawOne(
  paper: PaperDocument,
  page: CertificatePage,
  { words, meeting, topics, signing }: Certificates,
  person: PaperPerson,
): void {
  const t = translator(words.language);
  const [x, width] = [mm(MARGIN_MM), mm(INNER_MM)];
  const named = page.open(t('papers.certificate.title'), person);
  const took = page.paragraph(t('papers.certificate.took-part'), { y: named + mm(8), colour: colours.quiet });
  const kind = t('papers.certificate.meeting');
  const met = drawMeetingHead(paper, meeting, { x, y: took + mm(8), width, kind, words });
  const duration = durationWords(durationOf(meeting.when), words.language);
  let y = page.paragraph(t('papers.certificate.duration', { duration }), { y: met + mm(8) });
  if (topics.length > 0) {
    y = page.paragraph(t('papers.certificate.topics'), { y: y + mm(5), colour: colours.quiet });
    for (const topic of topics.slice(0, MOST_TOPICS)) {
      y = page.paragraph(`–\u00a0${topic}`, { y: y + mm(0.8), size: 10.5 });
    }
  }
  page.drawSigning(Math.max(mm(SIGNING_MM), y + mm(25)), signing);
}
