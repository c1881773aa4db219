import { Injectable } from '@nestjs/common';
import type { Reader, Tx } from '#database';
import { countedEffect, PersonMerger } from '#directory';
import type { MergeEffect, MergePair } from '#directory';
import { MeetingFile } from '../files/meeting-file.entity.js';
import { MeetingNote } from '../notes/meeting-note.entity.js';
import { Meeting } from '../tables/meeting.entity.js';

/** Meetings that name one of two people as the person to ask who are one; their notes and files follow. */
@Injectable()
export class OrganiserMerger extends PersonMerger {
  readonly turn = 2;
  readonly moves = ['meeting.organiser_id', 'meeting_note.author_id', 'meeting_file.added_by'];

  /** The meetings by id: who changes one holds its lock and would write the organiser it has read. */
  override async lock(tx: Tx, { otherId }: MergePair): Promise<void> {
    await tx.manager
      .createQueryBuilder(Meeting, 'meeting')
      .select('meeting.id')
      .setLock('for_no_key_update')
      .where({ organiserId: otherId })
      .orderBy('meeting.id')
      .getMany();
  }

  async foresee(reader: Reader, { otherId }: MergePair): Promise<readonly MergeEffect[]> {
    return countedEffect('organised', await reader.manager.countBy(Meeting, { organiserId: otherId }));
  }

  async move(tx: Tx, { survivorId, otherId }: MergePair): Promise<void> {
    await tx.manager.update(Meeting, { organiserId: otherId }, { organiserId: survivorId });
    await tx.manager.update(MeetingNote, { authorId: otherId }, { authorId: survivorId });
    await tx.manager.update(MeetingFile, { addedBy: otherId }, { addedBy: survivorId });
  }
}
