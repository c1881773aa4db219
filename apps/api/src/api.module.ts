import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { AccessModule } from '#access';
import type { Config } from '#config';
import { DatabaseModule } from '#database';
import type { Clock } from '#kernel';
import { CoreModule } from './core.module.js';
import { HealthController } from './health/health.controller.js';
import { HttpModule } from './http/http.module.js';

/** The api's composition; every area adds its module here. */
@Module({})
export class ApiModule {
  static forRoot(config: Config, dataSource: DataSource, clock: Clock): DynamicModule {
    return {
      module: ApiModule,
      imports: [
        CoreModule.forRoot(config, clock),
        DatabaseModule.forRoot(dataSource),
        AccessModule,
        HttpModule,
      ],
      controllers: [HealthController],
    };
  }
}
