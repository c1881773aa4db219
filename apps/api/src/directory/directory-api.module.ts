import { Module } from '@nestjs/common';
import { DeputyController } from './deputy.controller.js';
import { InstitutionController } from './institution.controller.js';
import { MembershipController } from './membership.controller.js';
import { OfficeController } from './office.controller.js';
import { PersonController } from './person.controller.js';

/** Institutions, people and offices over HTTP. Needs UnitOfWork and Clock. */
@Module({ controllers: [InstitutionController, MembershipController, PersonController, OfficeController, DeputyController] })
export class DirectoryApiModule {}
