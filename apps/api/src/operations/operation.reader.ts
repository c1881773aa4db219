import { Injectable } from '@nestjs/common';
import { may, nowhere } from '#access';
import type { Actor } from '#access';
import type { OperationDto } from '#contracts';
import { UnitOfWork } from '#database';
import { DomainError } from '#kernel';
import type { Id } from '#kernel';
import { findOperation } from '#queue';

/** Long pieces of work, as they are shown. */
@Injectable()
export class OperationReader {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** As `get`, for who set it going or who may do everything; `operation.not-found` for others. */
  async getFor(actor: Actor, id: Id): Promise<OperationDto> {
    const operation = await findOperation(this.unitOfWork.reader, id);
    const isTheirs = operation?.createdBy === actor.personId && actor.personId !== null;
    if (!isTheirs && !may(actor, 'instance.administer', nowhere))
      throw new DomainError('operation.not-found');
    return this.get(id);
  }

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
