import { Controller } from '@nestjs/common';
import { scopeOf } from '#access';
import type { Actor } from '#access';
import { endpoints } from '#contracts';
import type { PollDto, PollProposalDto, PollResultDto, ResponseOf } from '#contracts';
import { mapPage, UnitOfWork } from '#database';
import { findInstitutions } from '#directory';
import { Clock } from '#kernel';
import { getPoll, listParticipants, listPolls, proposeDates, sumPolls } from '#polls';
import { CurrentActor, Input, Route } from '../http/index.js';
import type { InputOf } from '../http/index.js';
import { PollLinks } from './poll-links.js';
import {
  presentParticipant,
  presentPollItem,
  presentProposal,
  readPoll,
  readResult,
} from './poll.presenter.js';

/** Date polls as hosts see them. */
@Controller()
export class PollsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly links: PollLinks,
  ) {}

  @Route(endpoints.listPolls)
  async list(
    @CurrentActor() actor: Actor,
    @Input() { query }: InputOf<typeof endpoints.listPolls>,
  ): Promise<ResponseOf<typeof endpoints.listPolls>> {
    const { reader } = this.unitOfWork;
    const { items, next } = await listPolls(reader, scopeOf(actor, 'meeting.invite'), query);
    const sumsOf = await sumPolls(
      reader,
      items.map(({ id }) => id),
    );
    const institutions = await findInstitutions(
      reader,
      items.map(({ institutionId }) => institutionId),
    );
    const shown = items.flatMap((poll) => {
      const institution = institutions.get(poll.institutionId);
      return institution === undefined ? [] : [presentPollItem(poll, institution, sumsOf(poll.id))];
    });
    return { items: shown, next };
  }

  @Route(endpoints.getPoll)
  async get(
    @CurrentActor() actor: Actor,
    @Input() { params }: InputOf<typeof endpoints.getPoll>,
  ): Promise<PollDto> {
    const { reader } = this.unitOfWork;
    return readPoll(reader, await getPoll(reader, scopeOf(actor, 'meeting.invite'), params.id));
  }

  @Route(endpoints.proposePollDates)
  async propose(
    @CurrentActor() actor: Actor,
    @Input() { body }: InputOf<typeof endpoints.proposePollDates>,
  ): Promise<PollProposalDto> {
    const asked = { ...body, now: this.clock.now() };
    return presentProposal(await proposeDates(this.unitOfWork.reader, actor, asked));
  }

  @Route(endpoints.getPollResult)
  async result(
    @CurrentActor() actor: Actor,
    @Input() { params }: InputOf<typeof endpoints.getPollResult>,
  ): Promise<PollResultDto> {
    const { reader } = this.unitOfWork;
    return readResult(reader, await getPoll(reader, scopeOf(actor, 'meeting.invite'), params.id));
  }

  @Route(endpoints.listPollParticipants)
  async participants(
    @CurrentActor() actor: Actor,
    @Input() { params, query }: InputOf<typeof endpoints.listPollParticipants>,
  ): Promise<ResponseOf<typeof endpoints.listPollParticipants>> {
    const { reader } = this.unitOfWork;
    const poll = await getPoll(reader, scopeOf(actor, 'meeting.invite'), params.id);
    const page = await listParticipants(reader, poll, query);
    const { items, next } = mapPage(page, (view) =>
      presentParticipant(view, this.links.of(view.participant)),
    );
    return { items: [...items], next };
  }
}
