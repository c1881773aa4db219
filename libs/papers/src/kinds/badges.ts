import type { BadgeFormat } from '#contracts';
import { formatDayRange, daysOf, translator } from '#i18n';
import { breakLines, fitText } from '../drawing/break-lines.js';
import { colours } from '../drawing/colours.js';
import { drawQr } from '../drawing/draw-qr.js';
import { drawRing } from '../drawing/draw-ring.js';
import { mm } from '../drawing/millimetres.js';
import type { Box } from '../drawing/millimetres.js';
import { LINE_HEIGHT, PaperDocument } from '../drawing/paper-document.js';
import { badgeFormats, badgesPerPage } from './badge-formats.js';
import { DRAWN_AT_ONCE } from './paper-words.js';
import type { OnDrawn, PaperMeeting, PaperPerson, PaperWords } from './paper-words.js';

/** A person with what the QR code says: the entry code of this meeting, or nothing. */
export interface BadgePerson extends PaperPerson {
  readonly entryCode: string | null;
}

export interface Badges {
  readonly words: PaperWords;
  readonly meeting: PaperMeeting;
  readonly people: readonly BadgePerson[];
  readonly format: BadgeFormat;
  /** The first label to print on, from 1: a sheet that was begun is used up. */
  readonly startAt: number;
}

/** Name badges on label sheets or one to a page. */
export async function drawBadges(badges: Badges, onDrawn: OnDrawn): Promise<Buffer> {
  const { words, meeting, people, format, startAt } = badges;
  const geometry = badgeFormats[format];
  const paper = new PaperDocument({
    ...geometry.page,
    title: `${translator(words.language)('papers.badges.title')}: ${meeting.title}`,
    author: meeting.hosts,
    language: words.language,
    at: words.madeAt,
  });
  const perPage = badgesPerPage(geometry);
  for (const [index, person] of people.entries()) {
    const place = (index + startAt - 1) % perPage;
    if (index === 0 || place === 0) paper.addPage();
    const column = place % geometry.columns;
    const row = Math.floor(place / geometry.columns);
    const box = {
      x: mm(geometry.left + column * geometry.pitch.x),
      y: mm(geometry.top + row * geometry.pitch.y),
      width: mm(geometry.badge.width),
      height: mm(geometry.badge.height),
    };
    new Badge(paper, badges, box).draw(person);
    if (index % DRAWN_AT_ONCE === 0) await onDrawn(index);
  }
  return paper.end();
}

/** One badge: what it is for above, the name as large as it can be, whom the person stands for and the code beneath. */
class Badge {
  /** Everything grows with the badge; 1 for one of 50 mm. */
  private readonly scale: number;
  private readonly inner: Box;

  constructor(
    private readonly paper: PaperDocument,
    private readonly badges: Badges,
    box: Box,
  ) {
    this.scale = Math.min(box.height / mm(50), box.width / mm(80));
    const padding = mm(4.5) * this.scale;
    this.inner = {
      x: box.x + padding,
      y: box.y + padding,
      width: box.width - 2 * padding,
      height: box.height - 2 * padding,
    };
  }

  draw(person: BadgePerson): void {
    const { x, y, width, height } = this.inner;
    // Smaller than this a telephone reads it badly from an arm's length.
    const code = person.entryCode === null ? 0 : Math.max(mm(15), mm(18) * this.scale);
    const nameTop = this.drawOccasion() + mm(1.5) * this.scale;
    const footTop = y + height - Math.max(code, mm(14) * this.scale);
    this.drawName(person, { x, y: nameTop, width, height: footTop - nameTop });
    this.drawBelonging(person, { x, y: footTop, width: width - code, height: y + height - footTop });
    if (person.entryCode === null) return;
    const corner = { x: x + width - code, y: y + height - code };
    drawQr(this.paper, person.entryCode, { ...corner, width: code, height: code });
  }

  /** The meeting and its day, in one line; returns the lower edge. */
  private drawOccasion(): number {
    const { meeting, words } = this.badges;
    const { x, y, width } = this.inner;
    const size = 8 * this.scale;
    const { first, last } = daysOf(meeting.when);
    const days = formatDayRange(first, last, words.language).replace(/^[^,]*, /, '');
    const daysWidth = this.paper.widthOf(days, 'regular', size);
    const ring = mm(3.6) * this.scale;
    drawRing(this.paper, { x, y: y - mm(0.3) * this.scale, width: ring, colour: words.accent });
    const left = x + ring + mm(1.4) * this.scale;
    const room = width - (left - x) - daysWidth - mm(3) * this.scale;
    const drawn = { y, font: 'regular', size, colour: colours.quiet } as const;
    this.paper.text(this.shortened(meeting.title, room, size), { ...drawn, x: left });
    this.paper.text(days, { ...drawn, x, width, align: 'right' });
    const lower = y + size * LINE_HEIGHT + mm(1) * this.scale;
    this.paper.rule({ x, y: lower }, width, colours.line);
    return lower;
  }

  private drawName({ academicTitle, givenName, familyName }: BadgePerson, box: Box): void {
    const given = [academicTitle, givenName].filter((part) => part !== null && part !== '').join(' ');
    const measure = (text: string) => this.paper.widthOf(text, 'semibold', 1);
    const { lines, size } = fitHeight(
      (most) =>
        fitText(
          [given, familyName].filter((part) => part !== ''),
          {
            width: box.width,
            most,
            least: 5 * this.scale,
            mostLines: 4,
            measure,
          },
        ),
      { most: 26 * this.scale, least: 5 * this.scale, height: box.height },
    );
    const top = box.y + (box.height - lines.length * size * LINE_HEIGHT) / 2;
    const drawn = { x: box.x, y: top, font: 'semibold', size, colour: colours.ink } as const;
    this.paper.lines(lines, drawn);
  }

  /** Organisation and clusters, from the foot up. */
  private drawBelonging({ organisation, clusters }: BadgePerson, box: Box): void {
    const cluster = clusters.join(', ');
    const paragraphs = [organisation ?? '', cluster].filter((text) => text !== '');
    if (paragraphs.length === 0) return;
    const measure = (text: string) => this.paper.widthOf(text, 'semibold', 1);
    const fitted = fitHeight(
      (most) => fitText(paragraphs, { width: box.width, most, least: 4 * this.scale, mostLines: 5, measure }),
      { most: 10 * this.scale, least: 4 * this.scale, height: box.height },
    );
    const height = fitted.lines.length * fitted.size * LINE_HEIGHT;
    const ofOrganisation =
      organisation === null || organisation === ''
        ? 0
        : breakLines(organisation, box.width / fitted.size, measure).length;
    for (const [index, line] of fitted.lines.entries()) {
      this.paper.text(line, {
        x: box.x,
        y: box.y + box.height - height + index * fitted.size * LINE_HEIGHT,
        font: index < ofOrganisation ? 'semibold' : 'regular',
        size: fitted.size,
        colour: index < ofOrganisation ? colours.ink : colours.quiet,
      });
    }
  }

  /** As much of a title as has room, by whole words. */
  private shortened(text: string, width: number, size: number): string {
    const measure = (part: string) => this.paper.widthOf(part, 'regular', size);
    const [first = '', ...rest] = breakLines(text, width - measure(' …'), measure);
    return rest.length === 0 ? first : `${first} …`;
  }
}

interface Fitted {
  readonly size: number;
  readonly lines: readonly string[];
}

/** The largest fitting size whose lines have room in the height as well. */
function fitHeight(
  fit: (most: number) => Fitted,
  { most, least, height }: { most: number; least: number; height: number },
): Fitted {
  let size = most;
  for (;;) {
    const fitted = fit(size);
    if (fitted.lines.length * fitted.size * LINE_HEIGHT <= height || fitted.size <= least) return fitted;
    size = fitted.size - 0.5;
  }
}
