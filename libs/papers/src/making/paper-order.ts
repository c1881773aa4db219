import type { Actor } from '#access';
import type { PaperOrder, YearCertificateOrder } from '#contracts';
import { insertRows } from '#database';
import type { Reader, Tx } from '#database';
import type { Id, Temporal } from '#kernel';
import { defineDueWork, findOperation, scheduleDueWork, startOperation } from '#queue';
import { Paper } from '../tables/paper.entity.js';

/** A paper that was asked for, and one whose day is over; the subject is the operation, whose id the paper has. */
export const PaperDue = defineDueWork<Record<never, never>>('paper.make', { rowsPerJob: 1 });
export const PaperOver = defineDueWork<Record<never, never>>('paper.delete');

const KEPT_HOURS = 24;

/** What the operation remembers: ids and choices, nothing about people. */
export type PaperParams =
  | { readonly actor: Actor; readonly meetingId: Id; readonly order: PaperOrder }
  | { readonly actor: Actor; readonly personId: Id; readonly year: YearCertificateOrder };

/** A paper with how many people or meetings are on it. */
export interface MadePaper {
  readonly bytes: Buffer;
  readonly total: number;
}

export interface NewPaper {
  readonly params: PaperParams;
  readonly kind: Paper['kind'];
  readonly institutionId: Id;
  readonly language: Paper['language'];
  /** People, or meetings of a year. */
  readonly total: number;
  readonly now: Temporal.Instant;
}

/** Puts the paper and its making down, in the caller's transaction, and when it is deleted; returns its id. */
export async function startPaper(tx: Tx, paper: NewPaper): Promise<Id> {
  const { params, kind, institutionId, language, total, now } = paper;
  const id = await startOperation(tx, {
    kind: PaperDue.kind,
    params: { ...params },
    createdBy: params.actor.personId,
    createdAt: now,
    total,
  });
  const meetingId = 'meetingId' in params ? params.meetingId : null;
  await insertRows(tx, Paper, [
    { id, kind, meetingId, institutionId, language, fileId: null, createdAt: now },
  ]);
  await scheduleDueWork(tx, PaperDue, [{ subjectId: id, dueAt: now, payload: {} }]);
  const over = now.add({ hours: KEPT_HOURS });
  await scheduleDueWork(tx, PaperOver, [{ subjectId: id, dueAt: over, payload: {} }]);
  return id;
}

/** What was asked for, or null when there is nothing left to do. */
export async function findPaperParams(reader: Reader, operationId: Id): Promise<PaperParams | null> {
  const operation = await findOperation(reader, operationId);
  if (operation === null || operation.finishedAt !== null) return null;
  return operation.params as unknown as PaperParams;
}

/** As what a paper keeps its file. */
export function paperOwner(id: Id) {
  return { kind: 'paper', id };
}
