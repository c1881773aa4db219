import { Module } from '@nestjs/common';
import { SeriesModule } from '#series';
import { OperationReader } from '../operations/operation.reader.js';
import { HostSwapsController } from './host-swaps.controller.js';
import { SeriesChangesController } from './series-changes.controller.js';
import { SeriesDatesController } from './series-dates.controller.js';
import { SeriesHostsController } from './series-hosts.controller.js';
import { SeriesInvitationsController } from './series-invitations.controller.js';
import { SeriesPeopleController } from './series-people.controller.js';
import { SeriesController } from './series.controller.js';

/** Series and their dates, over HTTP. */
@Module({
  imports: [SeriesModule],
  controllers: [
    HostSwapsController,
    SeriesController,
    SeriesChangesController,
    SeriesDatesController,
    SeriesHostsController,
    SeriesInvitationsController,
    SeriesPeopleController,
  ],
  providers: [OperationReader],
})
export class SeriesApiModule {}
