import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { createElement } from 'react';
import { UnitOfWork } from '#database';
import { DomainError } from '#kernel';
import { findOpenSeries } from '#series';
import { SeriesPage } from '../pages/series.page.js';
import { languageOf } from './page-frame.presenter.js';
import { sendPage } from './send-page.js';
import { SeriesPages } from './series-pages.reader.js';

/** The page of a series that everybody may see; German at the root, English below `/en`. */
@Controller()
export class SeriesPageController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly pages: SeriesPages,
  ) {}

  @Get(['/s/:slug', '/en/s/:slug'])
  async series(
    @Param('slug') slug: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const series = await findOpenSeries(this.unitOfWork.reader, slug);
    if (series === null) throw new DomainError('series.not-found');
    const view = await this.pages.view(series, languageOf(request));
    sendPage(reply, 200, createElement(SeriesPage, { view }));
  }
}
