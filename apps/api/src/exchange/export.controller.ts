import { Controller, StreamableFile } from '@nestjs/common';
import { scopeOf } from '#access';
import type { Actor } from '#access';
import { endpoints } from '#contracts';
import { UnitOfWork } from '#database';
import { exportInstitutions, exportMembers, exportOffices, exportPeople } from '#directory';
import { translator } from '#i18n';
import { Clock } from '#kernel';
import { exportInvitations } from '#participation';
import { CurrentActor, Input, Route } from '../http/index.js';
import type { InputOf } from '../http/index.js';
import { asFile } from './as-file.js';
import type { FileWish } from './as-file.js';

/** Every list as a file to keep, bounded by what the reader may take out. */
@Controller()
export class ExportController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  @Route(endpoints.exportPeople)
  people(
    @CurrentActor() actor: Actor,
    @Input() { query }: InputOf<typeof endpoints.exportPeople>,
  ): StreamableFile {
    return asFile(exportPeople(this.unitOfWork.reader, this.requestOf(actor, query)), 'people', query);
  }

  @Route(endpoints.exportInstitutions)
  institutions(
    @CurrentActor() actor: Actor,
    @Input() { query }: InputOf<typeof endpoints.exportInstitutions>,
  ): StreamableFile {
    return asFile(
      exportInstitutions(this.unitOfWork.reader, this.requestOf(actor, query)),
      'institutions',
      query,
    );
  }

  @Route(endpoints.exportMembers)
  async members(
    @CurrentActor() actor: Actor,
    @Input() { params, query }: InputOf<typeof endpoints.exportMembers>,
  ): Promise<StreamableFile> {
    const request = { ...this.requestOf(actor, query), institutionId: params.id };
    return asFile(await exportMembers(this.unitOfWork.reader, request), 'members', query);
  }

  @Route(endpoints.exportOffices)
  offices(
    @CurrentActor() actor: Actor,
    @Input() { query }: InputOf<typeof endpoints.exportOffices>,
  ): StreamableFile {
    const request = { ...this.requestOf(actor, query), institutionId: query.institutionId };
    return asFile(exportOffices(this.unitOfWork.reader, request), 'offices', query);
  }

  @Route(endpoints.exportInvitations)
  async invitations(
    @CurrentActor() actor: Actor,
    @Input() { params, query }: InputOf<typeof endpoints.exportInvitations>,
  ): Promise<StreamableFile> {
    const scope = scopeOf(actor, 'meeting.invite');
    const request = { scope, t: translator(query.lang), meetingId: params.id };
    return asFile(await exportInvitations(this.unitOfWork.reader, request), 'invitations', query);
  }

  private requestOf(actor: Actor, { lang }: FileWish) {
    return { scope: scopeOf(actor, 'directory.export'), t: translator(lang), now: this.clock.now() };
  }
}
