import { Module } from '@nestjs/common';
import { AuditController } from './audit.controller.js';

/** The log over HTTP. Needs UnitOfWork. */
@Module({ controllers: [AuditController] })
export class AuditApiModule {}
