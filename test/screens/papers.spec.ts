import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Language } from '#kernel';
import { drawBadges, drawCertificates, drawSignInSheet, drawYearCertificate } from '#papers';
import { readPdf } from '../support/read-pdf.js';
import { sampleDay, sampleMeeting, samplePeople, sampleWords } from '../support/sample-papers.js';

/*
 * Every paper in both languages, with names that are long and accented: as PDF in test-results/papers, to be looked at.
 */

const folder = resolve(import.meta.dirname, '../../test-results/papers');
const notedBy = () => Promise.resolve();
const entryCode = 'ABCD-EFGH-IJKL-MNOP';

describe.each<Language>(['de', 'en'])('papers in %s', (language) => {
  const words = sampleWords(language);
  const meeting = sampleMeeting(language);
  const signing = { signer: 'Dr. Ava Weiß', issuer: meeting.hosts, on: sampleDay };
  const badges = samplePeople(12).map((person) => ({ ...person, entryCode }));

  it.each(['landscape', 'portrait'] as const)('a sign-in sheet, %s', async (orientation) => {
    const sheet = { words, days: [meeting], emptyRows: 5, people: samplePeople(23), online: 2, orientation };
    await keep(`${language}-sheet-${orientation}`, await drawSignInSheet(sheet, notedBy));
  });

  it.each(['labels-80x50', 'labels-90x54', 'labels-90x55', 'labels-63x38', 'card-90x55', 'card-a6'] as const)(
    'badges, %s',
    async (format) => {
      const bytes = await drawBadges({ words, meeting, people: badges, format, startAt: 1 }, notedBy);
      await keep(`${language}-badges-${format}`, bytes);
    },
  );

  it('certificates of a meeting', async () => {
    const topics = ['Begrüßung', 'Klebstoffe für den Leichtbau: ein Projekt der Chemie', 'Ausblick'];
    const certificates = { words, meeting, topics, people: samplePeople(2), signing };
    await keep(`${language}-certificate`, await drawCertificates(certificates, notedBy));
  });

  it('a certificate of a year', async () => {
    const meetings = Array.from({ length: 30 }, () => meeting);
    for (const person of samplePeople(1)) {
      const certificate = { words, person, year: 2027, meetings, signing };
      await keep(`${language}-year`, await drawYearCertificate(certificate, notedBy));
    }
  });
});

/** Keeps it to be looked at, and sees that nothing begins beyond a page's edge. */
async function keep(name: string, bytes: Buffer): Promise<void> {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${name}.pdf`), bytes);
  for (const { words, width, height } of (await readPdf(bytes)).pages) {
    expect(words.length).toBeGreaterThan(0);
    const outside = words.filter(({ x, y }) => x < 10 || y < 10 || x > width - 10 || y > height - 10);
    expect(outside).toEqual([]);
  }
}
