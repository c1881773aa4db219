import { Module } from '@nestjs/common';
import { MakePapers } from './making/make-papers.js';
import { OrderPapers } from './making/order-papers.js';
import { DeletePapersWork, MakePapersWork } from './making/paper.work.js';

/** Papers as PDF: sign-in sheets, name badges and certificates. */
@Module({
  providers: [OrderPapers, MakePapers, MakePapersWork, DeletePapersWork],
  exports: [OrderPapers],
})
export class PapersModule {}
