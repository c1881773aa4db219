import { Controller } from '@nestjs/common';
import { scopeOf } from '#access';
import type { Actor } from '#access';
import { endpoints } from '#contracts';
import type { AttendanceSummaryDto } from '#contracts';
import { mapPage, UnitOfWork } from '#database';
import type { Id } from '#kernel';
import { checkWalkIns, KeepAttendance, pageAttendance, summariseAttendance } from '#participation';
import { CurrentActor, Input, Route, Upload } from '../http/index.js';
import type { InputOf, UploadedFile } from '../http/index.js';
import { presentAttendance, presentAttendee } from './attendance.presenter.js';

/** Who was there, for the host. */
@Controller()
export class AttendanceController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly keeps: KeepAttendance,
  ) {}

  @Route(endpoints.listAttendance)
  async list(
    @CurrentActor() actor: Actor,
    @Input() { params, query }: InputOf<typeof endpoints.listAttendance>,
  ) {
    const scope = scopeOf(actor, 'meeting.invite');
    return mapPage(await pageAttendance(this.unitOfWork.reader, scope, params.id, query), presentAttendee);
  }

  @Route(endpoints.getAttendance)
  async show(@CurrentActor() actor: Actor, @Input() { params }: InputOf<typeof endpoints.getAttendance>) {
    return this.sum(actor, params.id);
  }

  @Route(endpoints.markAttendance)
  async mark(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof endpoints.markAttendance>,
  ) {
    await this.keeps.mark(actor, params.id, body);
    return this.sum(actor, params.id);
  }

  @Route(endpoints.markRestAbsent)
  async markRest(
    @CurrentActor() actor: Actor,
    @Input() { params }: InputOf<typeof endpoints.markRestAbsent>,
  ) {
    await this.keeps.markRestAbsent(actor, params.id);
    return this.sum(actor, params.id);
  }

  @Route(endpoints.addWalkIns)
  async add(@CurrentActor() actor: Actor, @Input() { params, body }: InputOf<typeof endpoints.addWalkIns>) {
    await this.keeps.addWalkIns(actor, params.id, body.walkIns);
    return this.sum(actor, params.id);
  }

  @Route(endpoints.checkWalkIns)
  async check(
    @CurrentActor() actor: Actor,
    @Input() { params }: InputOf<typeof endpoints.checkWalkIns>,
    @Upload() { bytes }: UploadedFile,
  ) {
    const scope = scopeOf(actor, 'meeting.invite');
    const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    return checkWalkIns(this.unitOfWork.reader, scope, params.id, content);
  }

  @Route(endpoints.closeAttendance)
  async close(@CurrentActor() actor: Actor, @Input() { params }: InputOf<typeof endpoints.closeAttendance>) {
    await this.keeps.close(actor, params.id);
    return this.sum(actor, params.id);
  }

  @Route(endpoints.reopenAttendance)
  async reopen(
    @CurrentActor() actor: Actor,
    @Input() { params }: InputOf<typeof endpoints.reopenAttendance>,
  ) {
    await this.keeps.reopen(actor, params.id);
    return this.sum(actor, params.id);
  }

  private async sum(actor: Actor, id: Id): Promise<AttendanceSummaryDto> {
    const { reader } = this.unitOfWork;
    return presentAttendance(await summariseAttendance(reader, scopeOf(actor, 'meeting.invite'), id));
  }
}
