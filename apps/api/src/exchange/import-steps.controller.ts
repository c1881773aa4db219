import { Controller } from '@nestjs/common';
import type { Actor } from '#access';
import { endpoints } from '#contracts';
import { CheckImport, ConfirmImport } from '#directory';
import { CurrentActor, Input, Route } from '../http/index.js';
import type { InputOf } from '../http/index.js';
import { OperationReader } from '../operations/operation.reader.js';

/** The long steps of an import: the dry run and the writing. */
@Controller()
export class ImportStepsController {
  constructor(
    private readonly checks: CheckImport,
    private readonly confirmed: ConfirmImport,
    private readonly operations: OperationReader,
  ) {}

  @Route(endpoints.checkImport)
  async check(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof endpoints.checkImport>,
  ) {
    return this.operations.get(await this.checks.ask(actor, params.id, body.mapping));
  }

  @Route(endpoints.confirmImport)
  async confirm(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof endpoints.confirmImport>,
  ) {
    return this.operations.get(await this.confirmed.ask(actor, params.id, body));
  }
}
