import { Controller } from '@nestjs/common';
import type { Actor } from '#access';
import { endpoints } from '#contracts';
import type { OperationDto } from '#contracts';
import { CurrentActor, Input, Route } from '../http/index.js';
import type { InputOf } from '../http/index.js';
import { OperationReader } from './operation.reader.js';

/** How far long pieces of work are. */
@Controller()
export class OperationsController {
  constructor(private readonly operations: OperationReader) {}

  @Route(endpoints.getOperation)
  async get(
    @CurrentActor() actor: Actor,
    @Input() { params }: InputOf<typeof endpoints.getOperation>,
  ): Promise<OperationDto> {
    return this.operations.getFor(actor, params.id);
  }
}
