import { Module } from '@nestjs/common';
import { AudienceController } from './audience.controller.js';
import { InstitutionController } from './institution.controller.js';
import { MembershipController } from './membership.controller.js';
import { OfficeController } from './office.controller.js';
import { PersonController } from './person.controller.js';
import { TagController } from './tag.controller.js';

/** Institutions, people, offices, audiences and tags over HTTP. Needs UnitOfWork and Clock. */
@Module({
  controllers: [
    InstitutionController,
    MembershipController,
    PersonController,
    OfficeController,
    AudienceController,
    TagController,
  ],
})
export class DirectoryApiModule {}
