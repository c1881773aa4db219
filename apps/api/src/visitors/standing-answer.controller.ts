import { Controller, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { standingInput } from '#contracts';
import { UnitOfWork } from '#database';
import { findByToken } from '#participation';
import { AnswerSeries, findMeetingSeries } from '#series';
import { inviteesLanguage } from './invitation-view.presenter.js';

type FormRequest = FastifyRequest<{
  Params: { token: string };
  Querystring: { lang?: string };
  Body: unknown;
}>;

/** `/i/:token/series`: one answer for all dates of the meeting's series, from the invitee's page and back to it. */
@Controller('/i/:token/series')
export class StandingAnswerController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly answerSeries: AnswerSeries,
  ) {}

  /** What is no answer changes nothing; the page says what there is to answer. */
  @Post()
  async answer(@Req() request: FormRequest, @Res() reply: FastifyReply): Promise<void> {
    const { reader } = this.unitOfWork;
    const { token } = request.params;
    const facts = await findByToken(reader, token);
    const given = standingInput.safeParse(request.body);
    if (facts !== null && facts.invitation.state === 'active' && given.success) {
      const { meetingId, personId } = facts.invitation;
      const series = await findMeetingSeries(reader, { meetingId, personId });
      const answer = given.data.answer === 'none' ? null : given.data.answer;
      const asked = { personId, answer, channel: 'web', actorPersonId: null, requestId: request.id } as const;
      if (series !== null) await this.answerSeries.answer({ ...asked, seriesId: series.id });
    }
    const language = facts === null ? '' : `?lang=${inviteesLanguage(facts, request.query.lang)}`;
    await reply.redirect(`/i/${encodeURIComponent(token)}${language}`, 303);
  }
}
