import { Controller, Get, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { createElement } from 'react';
import { UnitOfWork } from '#database';
import { FileStore } from '#files';
import { Clock } from '#kernel';
import { findByRegistrationToken, wasThere } from '#participation';
import { makeOwnCertificate } from '#papers';
import { NotFoundPage } from '../pages/refusal.pages.js';
import { goneBecause } from './invitation-links-end.js';
import { inviteesLanguage } from './invitation-view.presenter.js';
import { linksBehind, presentFrame, readersLanguage } from './page-frame.presenter.js';
import type { RegistrationFacts } from './registration-view.presenter.js';
import { sendCertificate, sendPrivatePage } from './send-page.js';

type CertificateRequest = FastifyRequest<{ Params: { token: string }; Querystring: { lang?: string } }>;

/** `/r/:token/certificate.pdf`: that somebody was there, drawn when it is asked for and kept nowhere. */
@Controller('/r/:token/certificate.pdf')
export class CertificateController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly files: FileStore,
    private readonly clock: Clock,
  ) {}

  @Get()
  async show(@Req() request: CertificateRequest, @Res() reply: FastifyReply): Promise<void> {
    const { reader } = this.unitOfWork;
    const facts = await findByRegistrationToken(reader, request.params.token);
    if (facts === null || !(await this.isDue(facts))) {
      const language = readersLanguage(request, request.query.lang);
      const links = linksBehind(`/r/${encodeURIComponent(request.params.token)}`);
      const frame = presentFrame({ language, languageLinks: links, indexed: false });
      sendPrivatePage(reply, 404, createElement(NotFoundPage, { frame }));
      return;
    }
    const { bundle, person } = facts;
    const language = inviteesLanguage(facts, request.query.lang);
    const wish = { files: this.files, bundle, personId: person.id, language, madeAt: this.clock.now() };
    sendCertificate(reply, await makeOwnCertificate(reader, wish), language);
  }

  /** As long as the page leads to it. */
  private async isDue({ invitation, bundle }: RegistrationFacts): Promise<boolean> {
    const { endsAt } = bundle.meeting;
    const isWithdrawn = invitation.state === 'withdrawn';
    if (goneBecause({ isWithdrawn, endsAt }, this.clock.now()) !== null) return false;
    return wasThere(this.unitOfWork.reader, invitation);
  }
}
