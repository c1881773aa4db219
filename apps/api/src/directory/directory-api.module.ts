import { Module } from '@nestjs/common';
import { AudienceController } from './audience.controller.js';
import { DeputyController } from './deputy.controller.js';
import { InstitutionController } from './institution.controller.js';
import { MembershipController } from './membership.controller.js';
import { MergeController } from './merge.controller.js';
import { OfficeController } from './office.controller.js';
import { PersonController } from './person.controller.js';
import { PersonReader } from './person.reader.js';
import { ProposalController } from './proposal.controller.js';
import { TagController } from './tag.controller.js';

/** Institutions, people, offices, audiences and tags over HTTP. Needs UnitOfWork and Clock. */
@Module({
  // Before the people: `/people/duplicates` is nobody's id.
  controllers: [
    InstitutionController,
    MembershipController,
    MergeController,
    PersonController,
    ProposalController,
    OfficeController,
    DeputyController,
    AudienceController,
    TagController,
  ],
  providers: [PersonReader],
})
export class DirectoryApiModule {}
