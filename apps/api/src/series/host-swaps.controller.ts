import { Controller } from '@nestjs/common';
import { scopeOf } from '#access';
import type { Actor } from '#access';
import { endpoints } from '#contracts';
import type { HostSwapDto, ResponseOf } from '#contracts';
import { UnitOfWork } from '#database';
import { AskSwap, getSeries, listOpenSwaps, TakeBackSwap } from '#series';
import { CurrentActor, Input, Route } from '../http/index.js';
import type { InputOf } from '../http/index.js';
import { readSwap, readSwaps } from './host-swap.presenter.js';

/** Two hosts of a series swap their dates. */
@Controller()
export class HostSwapsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly askSwap: AskSwap,
    private readonly takeBackSwap: TakeBackSwap,
  ) {}

  @Route(endpoints.askHostSwap)
  async swap(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof endpoints.askHostSwap>,
  ): Promise<HostSwapDto> {
    const swap = await this.askSwap.ask(actor, { seriesId: params.id, ...body });
    return readSwap(this.unitOfWork.reader, swap);
  }

  @Route(endpoints.listHostSwaps)
  async swaps(
    @CurrentActor() actor: Actor,
    @Input() { params }: InputOf<typeof endpoints.listHostSwaps>,
  ): Promise<ResponseOf<typeof endpoints.listHostSwaps>> {
    const { reader } = this.unitOfWork;
    const scope = scopeOf(actor, 'meeting.read');
    const series = await getSeries(reader, scope, params.id);
    const swaps = await listOpenSwaps(reader, scope, series.id);
    return { items: await readSwaps(reader, { actor, series, swaps }) };
  }

  @Route(endpoints.takeBackHostSwap)
  async takeBack(
    @CurrentActor() actor: Actor,
    @Input() { params: { id, swapId } }: InputOf<typeof endpoints.takeBackHostSwap>,
  ): Promise<HostSwapDto> {
    const swap = await this.takeBackSwap.takeBack(actor, { seriesId: id, swapId });
    return readSwap(this.unitOfWork.reader, swap);
  }
}
