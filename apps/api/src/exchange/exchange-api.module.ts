import { Module } from '@nestjs/common';
import { OperationReader } from '../operations/operation.reader.js';
import { ImportStepsController } from './import-steps.controller.js';
import { ImportController } from './import.controller.js';

/** Imports over HTTP. Needs UnitOfWork, Clock and the directory's use cases. */
@Module({
  controllers: [ImportController, ImportStepsController],
  providers: [OperationReader],
})
export class ExchangeApiModule {}
