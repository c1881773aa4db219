import { Global, Module } from '@nestjs/common';
import { APP_FILTER, DiscoveryModule } from '@nestjs/core';
import { Callers } from './callers.js';
import { Cookies } from './cookies.js';
import { ViewErrorPages } from '../visitors/view-error-pages.js';
import { ErrorPages } from './error-pages.js';
import { ProblemFilter } from './problem.filter.js';
import { RouteCoverage } from './route-coverage.js';

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
  ],
  exports: [Callers, Cookies, ErrorPages],
})
export class HttpModule {}
