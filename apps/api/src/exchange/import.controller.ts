import { Controller } from '@nestjs/common';
import { scopeOf } from '#access';
import type { Actor } from '#access';
import { endpoints } from '#contracts';
import { mapPage, UnitOfWork } from '#database';
import { getImport, listImportRows, StartImport } from '#directory';
import { CurrentActor, Input, Route, Upload } from '../http/index.js';
import type { InputOf, UploadedFile } from '../http/index.js';
import { presentImport, presentImportRow } from './import.presenter.js';

/** Files that are read into the directory: handed in, and what a dry run found. */
@Controller()
export class ImportController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly starts: StartImport,
  ) {}

  @Route(endpoints.startImport)
  async start(
    @CurrentActor() actor: Actor,
    @Input() { query }: InputOf<typeof endpoints.startImport>,
    @Upload() { bytes, name }: UploadedFile,
  ) {
    const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    return presentImport(await this.starts.start(actor, { ...query, fileName: name, bytes: content }));
  }

  @Route(endpoints.getImport)
  async show(@CurrentActor() actor: Actor, @Input() { params }: InputOf<typeof endpoints.getImport>) {
    return presentImport(
      await getImport(this.unitOfWork.reader, scopeOf(actor, 'directory.import'), params.id),
    );
  }

  @Route(endpoints.listImportRows)
  async rows(
    @CurrentActor() actor: Actor,
    @Input() { params, query }: InputOf<typeof endpoints.listImportRows>,
  ) {
    const scope = scopeOf(actor, 'directory.import');
    return mapPage(
      await listImportRows(this.unitOfWork.reader, scope, { ...query, id: params.id }),
      presentImportRow,
    );
  }
}
