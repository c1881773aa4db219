import { Controller, StreamableFile } from '@nestjs/common';
import type { Actor } from '#access';
import { endpoints } from '#contracts';
import type { OperationDto } from '#contracts';
import { UnitOfWork } from '#database';
import { FileStore } from '#files';
import { translator } from '#i18n';
import { getPaper, OrderPapers } from '#papers';
import { CurrentActor, Input, Route } from '../http/index.js';
import type { InputOf } from '../http/index.js';
import { OperationReader } from '../operations/operation.reader.js';

/** Papers about a meeting's people: asked for, watched as an operation, fetched as a file. */
@Controller()
export class PapersController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly files: FileStore,
    private readonly papers: OrderPapers,
    private readonly operations: OperationReader,
  ) {}

  @Route(endpoints.orderPapers)
  async order(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof endpoints.orderPapers>,
  ): Promise<OperationDto> {
    return this.operations.get(await this.papers.forMeeting(actor, params.id, body));
  }

  @Route(endpoints.orderYearCertificate)
  async orderYear(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof endpoints.orderYearCertificate>,
  ): Promise<OperationDto> {
    return this.operations.get(await this.papers.forYear(actor, params.id, body));
  }

  @Route(endpoints.getPaper)
  async get(
    @CurrentActor() actor: Actor,
    @Input() { params }: InputOf<typeof endpoints.getPaper>,
  ): Promise<StreamableFile> {
    const { paper, file } = await getPaper(this.unitOfWork.reader, actor, params.id, this.files);
    const name = translator(paper.language)(`papers.file-names.${paper.kind}`);
    const disposition = `attachment; filename="${paper.kind}.pdf"; filename*=UTF-8''${encodeURIComponent(name)}.pdf`;
    return new StreamableFile(Buffer.from(file.bytes), { type: 'application/pdf', disposition });
  }
}
