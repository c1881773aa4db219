import { Controller } from '@nestjs/common';
import { GiveLogin, WithdrawLogin } from '#access';
import type { Actor } from '#access';
import { endpoints } from '#contracts';
import type { ResponseOf } from '#contracts';
import { UnitOfWork } from '#database';
import { CurrentActor, Input, Route } from '../http/index.js';
import type { InputOf } from '../http/index.js';

/** Who can sign in. */
@Controller()
export class LoginsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly logins: GiveLogin,
    private readonly withdrawal: WithdrawLogin,
  ) {}

  @Route(endpoints.getLogins)
  async list(
    @CurrentActor() actor: Actor,
    @Input() { params }: InputOf<typeof endpoints.getLogins>,
  ): Promise<ResponseOf<typeof endpoints.getLogins>> {
    return { addresses: [...(await this.logins.list(this.unitOfWork.reader, actor, params.id))] };
  }

  @Route(endpoints.giveLogin)
  async give(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof endpoints.giveLogin>,
  ): Promise<ResponseOf<typeof endpoints.giveLogin>> {
    const login = { personId: params.id, address: body.address };
    await this.unitOfWork.run((tx) => this.logins.run(tx, actor, login));
    return { addresses: [...(await this.logins.list(this.unitOfWork.reader, actor, params.id))] };
  }

  @Route(endpoints.withdrawLogin)
  async withdraw(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof endpoints.withdrawLogin>,
  ): Promise<ResponseOf<typeof endpoints.withdrawLogin>> {
    const login = { personId: params.id, address: body.address };
    await this.unitOfWork.run((tx) => this.withdrawal.run(tx, actor, login));
    return { addresses: [...(await this.logins.list(this.unitOfWork.reader, actor, params.id))] };
  }
}
