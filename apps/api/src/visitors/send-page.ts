import type { FastifyReply } from 'fastify';
import type { ReactElement } from 'react';
import { renderPage } from '../pages/render-page.js';

/** Sends a page behind a token: kept by nobody, listed by nobody, its address told to nobody. */
export function sendPrivatePage(reply: FastifyReply, status: number, page: ReactElement): FastifyReply {
  void sendPrivateHeaders(reply);
  return sendPage(reply, status, page);
}

/** Sends a private page on which a script of our own runs, none of anybody else's. */
export function sendScriptedPage(reply: FastifyReply, status: number, page: ReactElement): FastifyReply {
  void sendPrivateHeaders(reply);
  const { html, contentSecurityPolicy } = renderPage(page);
  const scripts = `script-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'`;
  return reply
    .status(status)
    .header('Referrer-Policy', 'same-origin')
    .header('Content-Security-Policy', `${contentSecurityPolicy}; ${scripts}`)
    .type('text/html; charset=utf-8')
    .send(html);
}

function sendPrivateHeaders(reply: FastifyReply): FastifyReply {
  return reply.header('Cache-Control', 'no-store').header('X-Robots-Tag', 'noindex, nofollow');
}

/** Sends a public page. */
export function sendPage(reply: FastifyReply, status: number, page: ReactElement): FastifyReply {
  const { html, contentSecurityPolicy } = renderPage(page);
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
