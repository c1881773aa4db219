import { Module } from '@nestjs/common';
import { OperationReader } from '../operations/operation.reader.js';
import { ExportController } from './export.controller.js';
import { ImportStepsController } from './import-steps.controller.js';
import { ImportController } from './import.controller.js';

/** Import and export over HTTP. Needs UnitOfWork, Clock and the directory's use cases. */
@Module({
  controllers: [ImportController, ImportStepsController, ExportController],
  providers: [OperationReader],
})
export class ExchangeApiModule {}
