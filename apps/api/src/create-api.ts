import compress from '@fastify/compress';
import type { FastifyCompressOptions } from '@fastify/compress';
import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import { constants } from 'node:zlib';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import { createPino, NestLogger } from '#config';
import type { Config } from '#config';
import { UnitOfWork } from '#database';
import { newId, StandardOutput, SystemClock } from '#kernel';
import type { Clock, Terminal } from '#kernel';
import { ApiModule } from './api.module.js';
import { serveConsole } from './console/serve-console.js';
import { serveDoor } from './console/serve-door.js';
import { serveFeeds } from './feeds/feeds.routes.js';
import { problemOf } from './http/problem.js';
import { securityHeaders } from './http/security-headers.js';
import { logRequests } from './logging/request-log.js';
import { inProduct } from './product.js';

export interface ApiOptions {
  readonly config: Config;
  /** Connected, with its migrations run. */
  readonly dataSource: DataSource;
  readonly clock?: Clock;
  /** Where links go that no mail carries; standard output. */
  readonly terminal?: Terminal;
  /** Where the log goes; standard output. */
  readonly log?: { write(line: string): void };
  /** Where the built console lies; `dist/console`. */
  readonly consoleFolder?: string;
}

const REQUEST_TIMEOUT_MS = 30_000;
const BODY_LIMIT_BYTES = 1024 * 1024;
// Longer than any token or slug, short enough that a router never works on a novel.
const MAX_PARAM_LENGTH = 200;

// Brotli's own default (11) takes longer than the network; requests are never unpacked, for they could be bombs.
const COMPRESSION: FastifyCompressOptions = {
  threshold: 1024,
  encodings: ['br', 'gzip'],
  brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } },
  globalDecompression: false,
};

/**
 * Builds the whole HTTP application, initialised and not yet listening. Production and tests use this one function.
 * Closing it lets requests that are under way finish; the data source stays the caller's.
 */
export async function createApi(options: ApiOptions): Promise<NestFastifyApplication> {
  const { config, dataSource, clock = new SystemClock(), terminal = new StandardOutput() } = options;
  const pino = createPino(config.logLevel, options.log);
  const adapter = createAdapter(config);
  const app = await NestFactory.create<NestFastifyApplication>(
    ApiModule.forRoot({ config, clock, terminal }, dataSource),
    adapter,
    {
      logger: new NestLogger(pino),
      abortOnError: false,
      return503OnClosing: true,
    },
  );
  const fastify = adapter.getInstance();
  await app.register(cookie);
  await app.register(compress, COMPRESSION);
  await app.register(multipart);
  const built = options.consoleFolder ?? inProduct('dist/console');
  await serveConsole(fastify, built);
  serveDoor(fastify, built);
  logRequests(fastify, pino);
  fastify.addHook('onRequest', (request, reply, done) => {
    void reply.header('X-Request-Id', request.id);
    done();
  });
  app.useSecurityHeaders(securityHeaders(config));
  app.enableCsrfProtection({ trustedOrigins: [new URL(config.publicUrl).origin] });
  serveFeeds(fastify, { unitOfWork: app.get(UnitOfWork), clock, config });
  return app.init();
}

function createAdapter(config: Config): FastifyAdapter {
  return new FastifyAdapter({
    bodyLimit: BODY_LIMIT_BYTES,
    trustProxy: config.trustedProxies.length === 0 ? false : [...config.trustedProxies],
    genReqId: () => newId(),
    logger: false,
    requestTimeout: REQUEST_TIMEOUT_MS,
    routerOptions: { maxParamLength: MAX_PARAM_LENGTH, ignoreTrailingSlash: true },
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) => {
      const problem = problemOf(error, request.id);
      void reply.code(problem.status).type('application/problem+json').send(JSON.stringify(problem));
    },
  });
}
