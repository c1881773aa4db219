import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { AccessModule } from '#access';
import { ConfigModule } from '#config';
import type { Surroundings } from '#config';
import { DatabaseModule } from '#database';
import { DirectoryModule } from '#directory';
import { FilesModule } from '#files';
import { HandoverModule } from '#handover';
import { MailModule } from '#mail';
import { MeetingRightsModule, MeetingsModule } from '#meetings';
import { ParticipationModule } from '#participation';
import { QueueModule } from '#queue';
import { PapersModule } from '#papers';
import { PollsModule } from '#polls';
import { SeriesModule } from '#series';

/** The worker's composition: every lib that handles jobs, due work or facts. */
@Module({})
export class WorkerModule {
  static forRoot(surroundings: Surroundings, dataSource: DataSource): DynamicModule {
    const { config } = surroundings;
    return {
      module: WorkerModule,
      imports: [
        ConfigModule.forRoot(surroundings),
        DatabaseModule.forRoot(dataSource),
        QueueModule.forRoot({
          directUrl: config.databaseDirectUrl,
          ...(config.redisUrl !== undefined && { redisUrl: config.redisUrl }),
          consume: true,
        }),
        FilesModule,
        MailModule.forRoot({ smtpUrl: config.smtpUrl, from: config.mailFrom, dkim: config.dkim }),
        AccessModule,
        DirectoryModule,
        MeetingRightsModule,
        MeetingsModule,
        ParticipationModule,
        PapersModule,
        PollsModule,
        SeriesModule,
        HandoverModule,
      ],
    };
  }
}
