import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { AccessModule } from '#access';
import { ConfigModule } from '#config';
import type { Surroundings } from '#config';
import { DatabaseModule } from '#database';
import { DirectoryModule } from '#directory';
import { FilesModule } from '#files';
import { MailModule } from '#mail';
import { MeetingRightsModule } from '#meetings';
import { QueueModule } from '#queue';
import { AuditApiModule } from './audit/audit-api.module.js';
import { DirectoryApiModule } from './directory/directory-api.module.js';
import { ExchangeApiModule } from './exchange/exchange-api.module.js';
import { FilesController } from './files/files.controller.js';
import { HandoverApiModule } from './handover/handover-api.module.js';
import { HealthController } from './health/health.controller.js';
import { HttpModule } from './http/http.module.js';
import { MeetingsApiModule } from './meetings/meetings-api.module.js';
import { OpenApiController } from './openapi/openapi.controller.js';
import { PapersApiModule } from './papers/papers-api.module.js';
import { PollsApiModule } from './polls/polls-api.module.js';
import { SearchController } from './search/search.controller.js';
import { RightsApiModule } from './rights/rights-api.module.js';
import { SeriesApiModule } from './series/series-api.module.js';
import { SessionModule } from './session/session.module.js';
import { VisitorsModule } from './visitors/visitors.module.js';

/** The api's composition; every area adds its module here. */
@Module({})
export class ApiModule {
  static forRoot(surroundings: Surroundings, dataSource: DataSource): DynamicModule {
    const { config } = surroundings;
    return {
      module: ApiModule,
      imports: [
        ConfigModule.forRoot(surroundings),
        DatabaseModule.forRoot(dataSource),
        QueueModule.forRoot({
          directUrl: config.databaseDirectUrl,
          ...(config.redisUrl !== undefined && { redisUrl: config.redisUrl }),
          consume: false,
        }),
        FilesModule,
        MailModule.forRoot({ smtpUrl: config.smtpUrl, from: config.mailFrom, dkim: config.dkim }),
        AccessModule,
        DirectoryModule,
        MeetingRightsModule,
        HttpModule,
        SessionModule,
        DirectoryApiModule,
        AuditApiModule,
        ExchangeApiModule,
        MeetingsApiModule,
        PapersApiModule,
        PollsApiModule,
        SeriesApiModule,
        HandoverApiModule,
        RightsApiModule,
        AuditApiModule,
        VisitorsModule,
      ],
      controllers: [FilesController, HealthController, OpenApiController, SearchController],
    };
  }
}
