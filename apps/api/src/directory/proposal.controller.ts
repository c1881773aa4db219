import { Controller } from '@nestjs/common';
import { scopeOf } from '#access';
import type { Actor } from '#access';
import { endpoints } from '#contracts';
import { mapPage, UnitOfWork } from '#database';
import { decideProposal, listOwnProposals, listProposals, proposeChange } from '#directory';
import { Clock } from '#kernel';
import { CurrentActor, Input, Route } from '../http/index.js';
import type { InputOf } from '../http/index.js';
import { presentOwnProposal, presentProposal } from './proposal.presenter.js';

/** Changes of people that are proposed by others and decided at home. */
@Controller()
export class ProposalController {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  @Route(endpoints.proposeChange)
  async propose(
    @Input() { params, body }: InputOf<typeof endpoints.proposeChange>,
    @CurrentActor() actor: Actor,
  ) {
    const acting = { actor, now: this.clock.now() };
    const proposal = { ...body, personId: params.id };
    return presentOwnProposal(await this.work.run((tx) => proposeChange(tx, acting, proposal)));
  }

  @Route(endpoints.listProposals)
  async list(@Input() { query }: InputOf<typeof endpoints.listProposals>, @CurrentActor() actor: Actor) {
    return mapPage(
      await listProposals(this.work.reader, scopeOf(actor, 'person.change'), query),
      presentProposal,
    );
  }

  @Route(endpoints.listOwnProposals)
  async listOwn(
    @Input() { query }: InputOf<typeof endpoints.listOwnProposals>,
    @CurrentActor() actor: Actor,
  ) {
    if (actor.personId === null) return { items: [], next: null };
    return mapPage(await listOwnProposals(this.work.reader, actor.personId, query), presentOwnProposal);
  }

  @Route(endpoints.acceptProposal)
  async accept(
    @Input() { params, body }: InputOf<typeof endpoints.acceptProposal>,
    @CurrentActor() actor: Actor,
  ) {
    const acting = { actor, now: this.clock.now() };
    const decision = { id: params.id, accepted: true, ifMatch: body.personVersion };
    await this.work.run((tx) => decideProposal(tx, acting, decision));
  }

  @Route(endpoints.declineProposal)
  async decline(
    @Input() { params }: InputOf<typeof endpoints.declineProposal>,
    @CurrentActor() actor: Actor,
  ) {
    const acting = { actor, now: this.clock.now() };
    const decision = { id: params.id, accepted: false, ifMatch: null };
    await this.work.run((tx) => decideProposal(tx, acting, decision));
  }
}
