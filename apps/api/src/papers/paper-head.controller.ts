import { Controller } from '@nestjs/common';
import { scopeOf } from '#access';
import type { Actor } from '#access';
import { endpoints } from '#contracts';
import type { PaperHeadDto } from '#contracts';
import { UnitOfWork } from '#database';
import { FileStore } from '#files';
import { Clock } from '#kernel';
import { addPaperLogo, changePaperHead, getPaperHead, removePaperLogo } from '#papers';
import type { PaperHeadView } from '#papers';
import { CurrentActor, Input, Route, Upload } from '../http/index.js';
import type { InputOf, UploadedFile } from '../http/index.js';

/** What stands above the papers of an institution's meetings. */
@Controller()
export class PaperHeadController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly files: FileStore,
    private readonly clock: Clock,
  ) {}

  @Route(endpoints.getPaperHead)
  async get(
    @CurrentActor() actor: Actor,
    @Input() { params }: InputOf<typeof endpoints.getPaperHead>,
  ): Promise<PaperHeadDto> {
    return present(await getPaperHead(this.unitOfWork.reader, scopeOf(actor, 'institution.read'), params.id));
  }

  @Route(endpoints.changePaperHead)
  async change(
    @CurrentActor() actor: Actor,
    @Input() { params, body, ifMatch }: InputOf<typeof endpoints.changePaperHead>,
  ): Promise<PaperHeadDto> {
    const change = { institutionId: params.id, ifMatch, patch: body };
    const acting = { actor, now: this.clock.now() };
    return present(await this.unitOfWork.run((tx) => changePaperHead(tx, acting, change)));
  }

  @Route(endpoints.addPaperLogo)
  async addLogo(
    @CurrentActor() actor: Actor,
    @Input() { params }: InputOf<typeof endpoints.addPaperLogo>,
    @Upload() { bytes }: UploadedFile,
  ): Promise<PaperHeadDto> {
    const acting = { actor, now: this.clock.now() };
    const logo = { institutionId: params.id, bytes };
    return present(await this.unitOfWork.run((tx) => addPaperLogo(tx, acting, logo, this.files)));
  }

  @Route(endpoints.removePaperLogo)
  async removeLogo(
    @CurrentActor() actor: Actor,
    @Input() { params }: InputOf<typeof endpoints.removePaperLogo>,
  ): Promise<PaperHeadDto> {
    const acting = { actor, now: this.clock.now() };
    const logo = { institutionId: params.id, id: params.logoId };
    return present(await this.unitOfWork.run((tx) => removePaperLogo(tx, acting, logo, this.files)));
  }
}

function present({ unionFunding, fundingLine, logos, version }: PaperHeadView): PaperHeadDto {
  return { unionFunding, fundingLine, version, logos: logos.map(({ id, fileId }) => ({ id, fileId })) };
}
