import { Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, DiscoveryModule } from '@nestjs/core';
import { ListFileInterceptor } from '../exchange/list-file.interceptor.js';
import { AccessGuard } from './access.guard.js';
import { Callers } from './callers.js';
import { Cookies } from './cookies.js';
import { ViewErrorPages } from '../visitors/view-error-pages.js';
import { ErrorPages } from './error-pages.js';
import { IdempotencyInterceptor } from './idempotency.interceptor.js';
import { ProblemFilter } from './problem.filter.js';
import { RouteCoverage } from './route-coverage.js';
import { ReplyInterceptor } from './reply.interceptor.js';

/** What every route shares: who calls, how errors and versions are answered. */
@Global()
@Module({
  imports: [DiscoveryModule],
  providers: [
    Callers,
    Cookies,
    RouteCoverage,
    { provide: ErrorPages, useClass: ViewErrorPages },
    { provide: APP_FILTER, useClass: ProblemFilter },
    { provide: APP_GUARD, useClass: AccessGuard },
    // The first one is the outermost: a repeated reply gets its ETag too. The last one calls a list several times.
    { provide: APP_INTERCEPTOR, useClass: ReplyInterceptor },
    { provide: APP_INTERCEPTOR, useClass: IdempotencyInterceptor },
    { provide: APP_INTERCEPTOR, useClass: ListFileInterceptor },
  ],
  exports: [Callers, Cookies, ErrorPages],
})
export class HttpModule {}
