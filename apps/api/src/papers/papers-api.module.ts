import { Module } from '@nestjs/common';
import { PapersModule } from '#papers';
import { OperationReader } from '../operations/operation.reader.js';
import { PaperHeadController } from './paper-head.controller.js';
import { PapersController } from './papers.controller.js';

/** Papers as PDF, and what stands above them. */
@Module({
  imports: [PapersModule],
  controllers: [PapersController, PaperHeadController],
  providers: [OperationReader],
})
export class PapersApiModule {}
