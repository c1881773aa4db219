import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#database';
import { FileStore } from '#files';
import { HandlesDueWork } from '#queue';
import type { DueWorkHandler, DueWorkRun } from '#queue';
import { deletePaper } from './delete-paper.js';
import { MakePapers } from './make-papers.js';
import { PaperDue, PaperOver } from './paper-order.js';

/** Makes papers; the row brings one back after a crash. */
@Injectable()
@HandlesDueWork(PaperDue)
export class MakePapersWork implements DueWorkHandler<Record<never, never>> {
  constructor(private readonly papers: MakePapers) {}

  async handle({ subjectId }: DueWorkRun<Record<never, never>>): Promise<void> {
    await this.papers.work(subjectId);
  }
}

/** Deletes each paper with its file when its day is over. */
@Injectable()
@HandlesDueWork(PaperOver)
export class DeletePapersWork implements DueWorkHandler<Record<never, never>> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly files: FileStore,
  ) {}

  async handle({ subjectId }: DueWorkRun<Record<never, never>>): Promise<void> {
    await this.unitOfWork.run((tx) => deletePaper(tx, this.files, subjectId));
  }
}
