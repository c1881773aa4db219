import { Injectable } from '@nestjs/common';
import type { OperationDto } from '#contracts';
import { UnitOfWork } from '#database';
import { DomainError } from '#kernel';
import type { Id } from '#kernel';
import { findOperation } from '#queue';

/** Long pieces of work, as they are shown. */
@Injectable()
export class OperationReader {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Throws `operation.not-found`. */
  async get(id: Id): Promise<OperationDto> {
    const operation = await findOperation(this.unitOfWork.reader, id);
    if (operation === null) throw new DomainError('operation.not-found');
    const { kind, state, total, done, errorCode, createdAt, finishedAt } = operation;
    return {
      id,
      kind,
      state,
      total,
      done,
      errorCode,
      createdAt: createdAt.toString(),
      finishedAt: finishedAt?.toString() ?? null,
    };
  }
}
