import type { AuthorizedScope } from '#access';
import type { YearCertificateOrder } from '#contracts';
import type { Reader } from '#database';
import { findInstitutions, findPeople } from '#directory';
import type { FileStore } from '#files';
import { DomainError } from '#kernel';
import type { Id, Temporal } from '#kernel';
import { bundleMeetings, nameIn, wordsOf } from '#meetings';
import type { OnDrawn } from '../kinds/paper-words.js';
import { drawYearCertificate } from '../kinds/year-certificate.js';
import type { MadePaper } from './paper-order.js';
import { findAttended } from './find-attended.js';
import { toPaperMeeting } from './make-meeting-paper.js';
import { readPaperWords } from './read-paper-words.js';

interface YearWish {
  readonly files: FileStore;
  readonly personId: Id;
  readonly year: YearCertificateOrder;
  readonly scope: AuthorizedScope;
  readonly madeAt: Temporal.Instant;
  readonly progress: (total: number) => OnDrawn;
}

/**
 * Reads what a person was present at in a year, and draws it. Throws `paper.nobody-present` where nothing is left, and
 * `person.not-found`.
 */
export async function makeYearCertificate(
  reader: Reader,
  { personId, year: wish, scope, madeAt, progress, files }: YearWish,
): Promise<MadePaper> {
  const { year, language, institutionId } = wish;
  const institution = (await findInstitutions(reader, [institutionId])).get(institutionId);
  const person = (await findPeople(reader, [personId])).get(personId);
  if (institution === undefined || person === undefined) throw new DomainError('person.not-found');
  const attended = await findAttended(reader, scope, { personId, year });
  if (attended.length === 0) throw new DomainError('paper.nobody-present');
  const issuer = nameIn(institution, language);
  const source = { institutions: [institution], hosts: issuer, language, madeAt };
  const words = await readPaperWords(reader, files, source);
  const meetings = (await bundleMeetings(reader, attended)).map((bundle) =>
    toPaperMeeting(wordsOf(bundle, language), words),
  );
  const signing = { signer: null, issuer, on: madeAt.toZonedDateTimeISO(institution.zone).toPlainDate() };
  const named = { ...person, organisation: person.position, clusters: [] };
  const certificate = { words, person: named, year, meetings, signing };
  return {
    bytes: await drawYearCertificate(certificate, progress(meetings.length)),
    total: meetings.length,
  };
}
