import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '#config';
import type { UnitOfWork } from '#database';
import { renderInstitutionFeed, renderSeriesFeed } from '#feeds';
import type { RenderedFeed } from '#feeds';
import { asLanguage } from '#i18n';
import type { Clock, Language, Temporal } from '#kernel';

export interface FeedServices {
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
  readonly config: Config;
}

interface FeedRoute {
  readonly Params: { readonly file: string };
  readonly Querystring: { readonly lang?: string };
}

const FILE = /^(?<slug>[a-z0-9-]{1,80})\.ics$/;

type Render = (request: {
  readonly slug: string;
  readonly language: Language | null;
  readonly now: Temporal.Instant;
  readonly publicUrl: string;
}) => Promise<RenderedFeed | null>;

/** Subscribable calendars, as plain Fastify handlers: they are asked more often than everything else together. */
export function serveFeeds(fastify: FastifyInstance, services: FeedServices): void {
  const { reader } = services.unitOfWork;
  for (const kind of ['network', 'cluster', 'organisation'] as const) {
    serve(fastify, services, {
      path: `${kind}s`,
      render: (asked) => renderInstitutionFeed(reader, { ...asked, kind }),
    });
  }
  serve(fastify, services, { path: 'series', render: (asked) => renderSeriesFeed(reader, asked) });
}

function serve(
  fastify: FastifyInstance,
  { clock, config }: FeedServices,
  { path, render }: { readonly path: string; readonly render: Render },
): void {
  fastify.get<FeedRoute>(`/feeds/${path}/:file`, { onRequest: sparePackedBytes }, async (request, reply) => {
    const slug = FILE.exec(request.params.file)?.groups?.['slug'];
    const language = asLanguage(request.query.lang) ?? null;
    const asked = { language, now: clock.now(), publicUrl: config.publicUrl };
    const feed = slug === undefined ? null : await render({ ...asked, slug });
    return feed === null ? sendMissing(reply) : sendFeed(request, reply, feed);
  });
}

/** Outlook was seen to give up a subscription that came in gzip. */
function sparePackedBytes({ headers }: FastifyRequest, _reply: FastifyReply, done: () => void): void {
  if (/microsoft|outlook/i.test(headers['user-agent'] ?? '')) headers['x-no-compression'] = 'true';
  done();
}

function sendFeed(request: FastifyRequest, reply: FastifyReply, feed: RenderedFeed): FastifyReply {
  const { etag, lastModified } = feed;
  if (lastModified !== null) {
    void reply.header('Last-Modified', new Date(lastModified.epochMilliseconds).toUTCString());
  }
  void reply
    .header('ETag', etag)
    .header('Cache-Control', 'public, max-age=300')
    .header('Access-Control-Allow-Origin', '*');
  if (isUnchanged(request, feed)) return reply.code(304).send();
  return reply.type('text/calendar; charset=utf-8').send(feed.bytes);
}

/**
 * Only by the bytes, never by If-Modified-Since: a meeting that leaves the feed (it is hidden, or its day has passed)
 * takes its date with it, and a reader that asks by date would keep it for ever.
 */
function isUnchanged({ headers }: FastifyRequest, { etag }: RenderedFeed): boolean {
  const known = headers['if-none-match'] ?? '';
  return known === '*' || known.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);
}

function sendMissing(reply: FastifyReply): FastifyReply {
  return reply.code(404).type('text/plain; charset=utf-8').send('There is no such calendar.\n');
}
