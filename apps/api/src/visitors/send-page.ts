import type { FastifyReply } from 'fastify';
import type { ReactElement } from 'react';
import { translator } from '#i18n';
import type { Language } from '#kernel';
import { attachmentOf } from '../meetings/attachment.js';
import { renderPage, renderScriptedPage } from '../pages/render-page.js';
import type { RenderedPage } from '../pages/render-page.js';

/** Sends a page behind a token: kept by nobody, listed by nobody, its address told to nobody. */
export function sendPrivatePage(reply: FastifyReply, status: number, page: ReactElement): FastifyReply {
  void sendPrivateHeaders(reply);
  return sendPage(reply, status, page);
}

/** Sends a private page on which a script of our own runs, none of anybody else's. */
export function sendScriptedPage(reply: FastifyReply, status: number, page: ReactElement): FastifyReply {
  void sendPrivateHeaders(reply);
  return sendRendered(reply, status, renderScriptedPage(page));
}

function sendPrivateHeaders(reply: FastifyReply): FastifyReply {
  return reply.header('Cache-Control', 'no-store').header('X-Robots-Tag', 'noindex, nofollow');
}

/** Sends a public page. */
export function sendPage(reply: FastifyReply, status: number, page: ReactElement): FastifyReply {
  return sendRendered(reply, status, renderPage(page));
}

function sendRendered(
  reply: FastifyReply,
  status: number,
  { html, contentSecurityPolicy }: RenderedPage,
): FastifyReply {
  return reply
    .status(status)
    .header('Referrer-Policy', 'same-origin')
    .header('Content-Security-Policy', contentSecurityPolicy)
    .type('text/html; charset=utf-8')
    .send(html);
}

/** Sends a calendar file to be saved or opened. */
export function sendCalendarFile(reply: FastifyReply, file: Buffer, name: string): FastifyReply {
  return reply
    .header('Content-Disposition', `attachment; filename="${name}.ics"`)
    .header('Cache-Control', 'no-store')
    .header('X-Robots-Tag', 'noindex, nofollow')
    .type('text/calendar; charset=utf-8')
    .send(file);
}

/** Sends somebody's certificate as a PDF to be saved, named in its language. */
export function sendCertificate(reply: FastifyReply, file: Buffer, language: Language): FastifyReply {
  const name = translator(language)('papers.file-names.year-certificate');
  return sendPrivateHeaders(reply)
    .header('Content-Disposition', attachmentOf(`${name}.pdf`))
    .header('X-Content-Type-Options', 'nosniff')
    .type('application/pdf')
    .send(file);
}
