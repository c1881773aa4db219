import { Controller } from '@nestjs/common';
import { scopeOf } from '#access';
import type { Actor } from '#access';
import { endpoints } from '#contracts';
import { mapPage, UnitOfWork } from '#database';
import { changeInstitution, createInstitution, getInstitution, listInstitutions, setLogo } from '#directory';
import type { LogoChange } from '#directory';
import { FileStore } from '#files';
import { Clock } from '#kernel';
import { CurrentActor, Input, Route, Upload } from '../http/index.js';
import type { InputOf, UploadedFile } from '../http/index.js';
import { dayOf } from './days.js';
import { presentInstitution } from './institution.presenter.js';

/** Institutions and their logos. */
@Controller()
export class InstitutionController {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly files: FileStore,
  ) {}

  @Route(endpoints.listInstitutions)
  async list(@Input() { query }: InputOf<typeof endpoints.listInstitutions>, @CurrentActor() actor: Actor) {
    const { memberOf, asOf, ...rest } = query;
    const membersOf =
      memberOf === undefined
        ? undefined
        : { institutionId: memberOf, asOf: dayOf(asOf), now: this.clock.now() };
    const scope = scopeOf(actor, 'institution.read');
    return mapPage(
      await listInstitutions(this.work.reader, scope, { ...rest, membersOf }),
      presentInstitution,
    );
  }

  @Route(endpoints.getInstitution)
  async show(@Input() { params }: InputOf<typeof endpoints.getInstitution>, @CurrentActor() actor: Actor) {
    return presentInstitution(
      await getInstitution(this.work.reader, scopeOf(actor, 'institution.read'), params.id),
    );
  }

  @Route(endpoints.createInstitution)
  async create(@Input() { body }: InputOf<typeof endpoints.createInstitution>, @CurrentActor() actor: Actor) {
    const acting = { actor, now: this.clock.now() };
    return presentInstitution(await this.work.run((tx) => createInstitution(tx, acting, body)));
  }

  @Route(endpoints.changeInstitution)
  async change(@Input() input: InputOf<typeof endpoints.changeInstitution>, @CurrentActor() actor: Actor) {
    const acting = { actor, now: this.clock.now() };
    const change = { id: input.params.id, ifMatch: input.ifMatch, patch: input.body };
    return presentInstitution(await this.work.run((tx) => changeInstitution(tx, acting, change)));
  }

  @Route(endpoints.setLogo)
  async setLogo(
    @Input() { params, ifMatch }: InputOf<typeof endpoints.setLogo>,
    @Upload() { bytes }: UploadedFile,
    @CurrentActor() actor: Actor,
  ) {
    return this.changeLogo(actor, { id: params.id, ifMatch, bytes });
  }

  @Route(endpoints.removeLogo)
  async removeLogo(
    @Input() { params, ifMatch }: InputOf<typeof endpoints.removeLogo>,
    @CurrentActor() actor: Actor,
  ) {
    return this.changeLogo(actor, { id: params.id, ifMatch, bytes: null });
  }

  private async changeLogo(actor: Actor, change: LogoChange) {
    const acting = { actor, now: this.clock.now() };
    return presentInstitution(await this.work.run((tx) => setLogo(tx, acting, change, this.files)));
  }
}
