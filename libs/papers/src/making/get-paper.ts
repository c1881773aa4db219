import { assertMay, scopeOf } from '#access';
import type { Actor } from '#access';
import type { Reader } from '#database';
import type { FileContent, FileStore } from '#files';
import { DomainError } from '#kernel';
import type { Id } from '#kernel';
import { getMeeting } from '#meetings';
import { findOperation } from '#queue';
import { Paper } from '../tables/paper.entity.js';

/**
 * A paper that is made, for who may read the meeting's people; what a person was present at in a year only for who
 * asked for it. Throws `paper.not-found`, also when it was deleted after its day.
 */
export async function getPaper(
  reader: Reader,
  actor: Actor,
  id: Id,
  files: FileStore,
): Promise<{ readonly paper: Paper; readonly file: FileContent }> {
  const paper = await reader.manager.findOneBy(Paper, { id });
  if (paper === null || paper.fileId === null) throw new DomainError('paper.not-found');
  if (!(await mayRead(reader, actor, paper))) throw new DomainError('paper.not-found');
  return { paper, file: await files.get(reader, paper.fileId) };
}

async function mayRead(reader: Reader, actor: Actor, paper: Paper): Promise<boolean> {
  const { id, meetingId, institutionId } = paper;
  if (meetingId === null) {
    const operation = await findOperation(reader, id);
    if (operation === null || operation.createdBy !== actor.personId) return false;
  }
  try {
    if (meetingId === null) assertMay(actor, 'meeting.invite', { institutionIds: [institutionId] });
    else await getMeeting(reader, scopeOf(actor, 'meeting.invite'), meetingId);
    return true;
  } catch (error) {
    if (error instanceof DomainError) return false;
    throw error;
  }
}
