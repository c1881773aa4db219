import { Injectable } from '@nestjs/common';
import { scopeOf } from '#access';
import { UnitOfWork } from '#database';
import type { Reader } from '#database';
import { FileStore } from '#files';
import { Clock, DomainError, TokenKeys } from '#kernel';
import type { Id } from '#kernel';
import { endOperation, reportProgress } from '#queue';
import type { OnDrawn } from '../kinds/paper-words.js';
import { Paper } from '../tables/paper.entity.js';
import { findPaperParams, paperOwner } from './paper-order.js';
import type { MadePaper, PaperParams } from './paper-order.js';
import { makeMeetingPaper } from './make-meeting-paper.js';
import { makeYearCertificate } from './make-year-certificate.js';

/** Makes papers that were asked for, in the worker. */
@Injectable()
export class MakePapers {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly files: FileStore,
    private readonly clock: Clock,
    private readonly keys: TokenKeys,
  ) {}

  /**
   * Draws the paper and keeps it, or ends the operation with what the domain refuses: nobody left, rights lost since.
   * May run twice and at once: only whoever still finds it unfinished keeps a file.
   */
  async work(operationId: Id): Promise<void> {
    const params = await findPaperParams(this.unitOfWork.reader, operationId);
    if (params === null) return;
    try {
      const { bytes, total } = await this.draw(this.unitOfWork.reader, operationId, params);
      await this.keep(operationId, bytes, total);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      const end = { errorCode: error.code, at: this.clock.now() };
      await this.unitOfWork.run((tx) => endOperation(tx, operationId, end));
    }
  }

  private async draw(reader: Reader, operationId: Id, params: PaperParams): Promise<MadePaper> {
    const progress =
      (total: number): OnDrawn =>
      (done) =>
        this.unitOfWork.run((tx) => reportProgress(tx, operationId, { done: Math.round(done), total }));
    const madeAt = this.clock.now();
    const scope = scopeOf(params.actor, 'meeting.invite');
    const common = { scope, madeAt, progress, files: this.files };
    if ('meetingId' in params) return makeMeetingPaper(reader, { ...params, ...common, keys: this.keys });
    return makeYearCertificate(reader, { ...params, ...common });
  }

  private async keep(operationId: Id, bytes: Buffer, total: number): Promise<void> {
    const at = this.clock.now();
    await this.unitOfWork.run(async (tx) => {
      const lock = { mode: 'for_no_key_update' } as const;
      const paper = await tx.manager.findOne(Paper, { where: { id: operationId }, lock });
      if (paper === null) await endOperation(tx, operationId, { errorCode: 'paper.not-found', at });
      if (paper === null || paper.fileId !== null) return;
      const owner = paperOwner(operationId);
      const file = await this.files.put(tx, { bytes, owner, public: false, at });
      await tx.manager.update(Paper, { id: operationId }, { fileId: file.id });
      await reportProgress(tx, operationId, { done: total, total });
      await endOperation(tx, operationId, { result: { size: file.size }, at });
    });
  }
}
