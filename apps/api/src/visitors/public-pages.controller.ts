import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { createElement } from 'react';
import { renderMeetingFile } from '#calendar';
import { Config } from '#config';
import type { InstitutionKind } from '#contracts';
import { UnitOfWork } from '#database';
import { findInstitutionBySlug, publicPath } from '#directory';
import { DomainError } from '#kernel';
import { calendarMeetingOf } from '#meetings';
import { HomePage } from '../pages/home.page.js';
import { InstitutionPage } from '../pages/institution.page.js';
import { MeetingPage } from '../pages/meeting.page.js';
import { MeetingPages } from './meeting-page.reader.js';
import { languageOf, pathIn } from './page-frame.presenter.js';
import { PublicPages } from './public-pages.reader.js';
import { sendCalendarFile, sendPage } from './send-page.js';

/** Pages that everybody may see; German at the root, English below `/en`. */
@Controller()
export class PublicPagesController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly pages: PublicPages,
    private readonly meetings: MeetingPages,
    private readonly config: Config,
  ) {}

  @Get(['/', '/en'])
  async home(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const view = await this.pages.home(languageOf(request));
    sendPage(reply, 200, createElement(HomePage, { view }));
  }

  @Get(['/n/:slug', '/en/n/:slug'])
  network(@Param('slug') slug: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.institution({ kind: 'network', slug }, request, reply);
  }

  @Get(['/c/:slug', '/en/c/:slug'])
  cluster(@Param('slug') slug: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.institution({ kind: 'cluster', slug }, request, reply);
  }

  @Get(['/o/:slug', '/en/o/:slug'])
  organisation(@Param('slug') slug: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.institution({ kind: 'organisation', slug }, request, reply);
  }

  @Get(['/m/:slug', '/en/m/:slug'])
  async meeting(
    @Param('slug') slug: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const view = await this.meetings.view(await this.meetings.open(slug), languageOf(request));
    sendPage(reply, 200, createElement(MeetingPage, { view }));
  }

  @Get(['/m/:slug/meeting.ics', '/en/m/:slug/meeting.ics'])
  async meetingFile(
    @Param('slug') slug: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const bundle = await this.meetings.open(slug);
    const { meeting } = bundle;
    const entry = calendarMeetingOf(bundle, {
      language: languageOf(request),
      sequence: meeting.revision,
      status: meeting.state === 'cancelled' ? 'cancelled' : 'confirmed',
      changedAt: meeting.changedAt,
      url: `${this.config.publicUrl}/m/${meeting.slug}`,
      reader: 'anybody',
    });
    sendCalendarFile(reply, renderMeetingFile(entry), meeting.slug);
  }

  /** A former address leads to the present one. */
  private async institution(
    { kind, slug }: { readonly kind: InstitutionKind; readonly slug: string },
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<void> {
    const found = await findInstitutionBySlug(this.unitOfWork.reader, kind, slug);
    if (found === null) throw new DomainError('institution.not-found');
    const { institution, moved } = found;
    const language = languageOf(request);
    if (moved) {
      await reply.redirect(pathIn(language, publicPath(institution) ?? '/'), 301);
      return;
    }
    const view = await this.pages.institution(institution, language);
    sendPage(reply, 200, createElement(InstitutionPage, { view }));
  }
}
