import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { createElement } from 'react';
import { UnitOfWork } from '#database';
import { Clock } from '#kernel';
import type { Temporal } from '#kernel';
import { findByToken } from '#participation';
import type { InvitationPageFacts } from '#participation';
import { TokenProblemPage } from '../pages/refusal.pages.js';
import type { TokenProblemView } from '../pages/views/invitation.view.js';
import { inviteesLanguage, presentTokenProblem } from './invitation-view.presenter.js';
import { goneBecause } from './invitation-links-end.js';
import { linksBehind, presentFrame, readersLanguage } from './page-frame.presenter.js';
import { sendPrivatePage } from './send-page.js';
import { readTyped } from './typed-kept.js';

export interface Asked {
  readonly lang?: string;
  readonly answer?: string;
}

export type PageRequest = FastifyRequest<{ Params: { token: string }; Querystring: Asked; Body: unknown }>;

export function askedOf({ params, query }: PageRequest): { token: string; asked: Asked } {
  return { token: params.token, asked: query };
}

/** The invitations that the links of mails open. */
@Injectable()
export class OpenInvitation {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** The invitation of a token; if it opens nothing (any more), the reader is told so and null comes back. */
  async open(request: PageRequest, reply: FastifyReply): Promise<InvitationPageFacts | null> {
    const { token, asked } = askedOf(request);
    const facts = await findByToken(this.unitOfWork.reader, token);
    if (facts === null) {
      const language = readersLanguage(request, asked.lang);
      const languageLinks = linksBehind(`/i/${encodeURIComponent(token)}`);
      const frame = presentFrame({ language, languageLinks, indexed: false });
      sendPrivatePage(reply, 404, tokenProblemPage({ frame, problem: 'unknown', contact: null }));
      return null;
    }
    const { invitation, bundle } = facts;
    const isWithdrawn = invitation.state === 'withdrawn';
    const gone = this.goneBecause({ isWithdrawn, endsAt: bundle.meeting.endsAt });
    if (gone === null) return facts;
    const language = inviteesLanguage(facts, asked.lang);
    const view = presentTokenProblem(facts, gone, { token, language });
    sendPrivatePage(
      reply,
      410,
      tokenProblemPage({ ...view, kept: readTyped(bundle.meeting, request.body, language) }),
    );
    return null;
  }

  /** Why a link opens nothing any more, or null. */
  goneBecause(ending: Ending): 'withdrawn' | 'expired' | null {
    return goneBecause(ending, this.clock.now());
  }
}

interface Ending {
  readonly isWithdrawn: boolean;
  readonly endsAt: Temporal.Instant;
}

function tokenProblemPage(view: TokenProblemView) {
  return createElement(TokenProblemPage, { view });
}
