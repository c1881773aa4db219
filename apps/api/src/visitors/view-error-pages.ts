import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { createElement } from 'react';
import type { Problem } from '#contracts';
import { pickLanguage } from '#i18n';
import { ErrorPages } from '../http/error-pages.js';
import { ErrorPage, NotFoundPage } from '../pages/refusal.pages.js';
import { renderPage } from '../pages/render-page.js';
import type { RenderedPage } from '../pages/render-page.js';
import { linksTo, presentFrame } from './page-frame.presenter.js';

/** Refusals in the pages' own look. */
@Injectable()
export class ViewErrorPages extends ErrorPages {
  render(problem: Problem, request: FastifyRequest): RenderedPage {
    const isEnglish = /^\/en(\/|\?|$)/.test(request.url);
    const language = isEnglish ? 'en' : pickLanguage(request.headers['accept-language']);
    const frame = presentFrame({ language, languageLinks: linksTo('/'), indexed: false });
    if (problem.status === 404 || problem.status === 410) {
      return renderPage(createElement(NotFoundPage, { frame }));
    }
    const kind = problem.status === 429 || problem.status === 503 ? 'busy' : 'internal';
    return renderPage(createElement(ErrorPage, { view: { frame, kind, requestId: problem.requestId } }));
  }
}
