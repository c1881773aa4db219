import { Controller } from '@nestjs/common';
import type { Actor } from '#access';
import { endpoints } from '#contracts';
import type { ImportedCalendarDto, ResponseOf } from '#contracts';
import { UnitOfWork } from '#database';
import type { Tx } from '#database';
import { findInstitutions } from '#directory';
import type { Acting } from '#directory';
import { Clock, DomainError } from '#kernel';
import type { Id } from '#kernel';
import {
  changeImportedCalendar,
  createImportedCalendar,
  deleteImportedCalendar,
  getImportedCalendar,
  listImportedCalendars,
  refreshImportedCalendar,
  uploadImportedCalendar,
} from '#meetings';
import type { ImportedCalendar } from '#meetings';
import { CurrentActor, Input, Route, Upload } from '../http/index.js';
import type { InputOf, UploadedFile } from '../http/index.js';

/** Calendars of others that dates are held against. */
@Controller()
export class ImportedCalendarsController {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  @Route(endpoints.listImportedCalendars)
  async list(
    @CurrentActor() actor: Actor,
    @Input() { query }: InputOf<typeof endpoints.listImportedCalendars>,
  ): Promise<ResponseOf<typeof endpoints.listImportedCalendars>> {
    const { items, next } = await listImportedCalendars(this.work.reader, actor, query);
    return { items: await this.present(items), next };
  }

  @Route(endpoints.getImportedCalendar)
  show(@CurrentActor() actor: Actor, @Input() { params }: InputOf<typeof endpoints.getImportedCalendar>) {
    return this.one(actor, params.id);
  }

  @Route(endpoints.createImportedCalendar)
  async create(
    @CurrentActor() actor: Actor,
    @Input() { body }: InputOf<typeof endpoints.createImportedCalendar>,
  ) {
    return this.one(actor, await this.run(actor, (tx, acting) => createImportedCalendar(tx, acting, body)));
  }

  @Route(endpoints.changeImportedCalendar)
  async change(
    @CurrentActor() actor: Actor,
    @Input() { params, body, ifMatch }: InputOf<typeof endpoints.changeImportedCalendar>,
  ) {
    const change = { id: params.id, ifMatch, patch: body };
    await this.run(actor, (tx, acting) => changeImportedCalendar(tx, acting, change));
    return this.one(actor, params.id);
  }

  @Route(endpoints.uploadImportedCalendar)
  async upload(
    @CurrentActor() actor: Actor,
    @Input() { params }: InputOf<typeof endpoints.uploadImportedCalendar>,
    @Upload() { bytes }: UploadedFile,
  ) {
    await this.run(actor, (tx, acting) => uploadImportedCalendar(tx, acting, { id: params.id, bytes }));
    return this.one(actor, params.id);
  }

  @Route(endpoints.refreshImportedCalendar)
  async refresh(
    @CurrentActor() actor: Actor,
    @Input() { params }: InputOf<typeof endpoints.refreshImportedCalendar>,
  ) {
    await this.run(actor, (tx, acting) => refreshImportedCalendar(tx, acting, params.id));
    return this.one(actor, params.id);
  }

  @Route(endpoints.deleteImportedCalendar)
  async delete(
    @CurrentActor() actor: Actor,
    @Input() { params }: InputOf<typeof endpoints.deleteImportedCalendar>,
  ) {
    await this.run(actor, (tx, acting) => deleteImportedCalendar(tx, acting, params.id));
  }

  private run<Result>(actor: Actor, work: (tx: Tx, acting: Acting) => Promise<Result>): Promise<Result> {
    return this.work.run((tx) => work(tx, { actor, now: this.clock.now() }));
  }

  private async one(actor: Actor, id: Id): Promise<ImportedCalendarDto> {
    const [shown] = await this.present([await getImportedCalendar(this.work.reader, actor, id)]);
    if (shown === undefined) throw new DomainError('imported-calendar.not-found');
    return shown;
  }

  private async present(calendars: readonly ImportedCalendar[]): Promise<ImportedCalendarDto[]> {
    const ids = calendars.flatMap(({ institutionId }) => institutionId ?? []);
    const institutions = await findInstitutions(this.work.reader, ids);
    return calendars.map((calendar) => {
      const { id, name, laender, address, entries, refreshedAt, version } = calendar;
      const { failingSince, failureCode, failureParams } = calendar;
      const keeper = institutions.get(calendar.institutionId ?? '');
      return {
        id,
        name,
        laender,
        address,
        entries,
        version,
        institution: keeper === undefined ? null : { id: keeper.id, name: keeper.name },
        refreshedAt: refreshedAt?.toString() ?? null,
        failure:
          failingSince === null || failureCode === null
            ? null
            : { since: failingSince.toString(), code: failureCode, params: failureParams },
      };
    });
  }
}
