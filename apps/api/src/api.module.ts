import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { AccessModule } from '#access';
import { DatabaseModule } from '#database';
import { CoreModule } from './core.module.js';
import type { Core } from './core.module.js';
import { HealthController } from './health/health.controller.js';
import { HttpModule } from './http/http.module.js';

import { SessionModule } from './session/session.module.js';

/** The api's composition; every area adds its module here. */
@Module({})
export class ApiModule {
  static forRoot(core: Core, dataSource: DataSource): DynamicModule {
    return {
      module: ApiModule,
      imports: [
        CoreModule.forRoot(core),
        DatabaseModule.forRoot(dataSource),
        AccessModule,
        HttpModule,
        SessionModule,
      ],
      controllers: [HealthController],
    };
  }
}
