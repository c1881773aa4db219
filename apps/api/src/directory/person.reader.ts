import { Injectable } from '@nestjs/common';
import { scopeOf } from '#access';
import type { Actor } from '#access';
import type { PersonItemDto, PeopleQuery } from '#contracts';
import { UnitOfWork } from '#database';
import type { Page } from '#database';
import { findHeldOffices, findInstitutions, listPeople } from '#directory';
import { Clock } from '#kernel';
import { presentPersonItem } from './person.presenter.js';

/** People as a list shows them. */
@Injectable()
export class PersonReader {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** A page of those the actor may see, with the offices they hold today and where they are at home. Four queries. */
  async list(
    actor: Actor,
    { institutionId, office: officeKind, ...asked }: PeopleQuery,
  ): Promise<Page<PersonItemDto>> {
    const { reader } = this.work;
    const now = this.clock.now();
    const request = { ...asked, place: { now, institutionId, officeKind } };
    const page = await listPeople(reader, scopeOf(actor, 'person.read'), request);
    const offices = await findHeldOffices(
      reader,
      page.items.map(({ id }) => id),
      now,
    );
    const homes = await findInstitutions(reader, [
      ...new Set(page.items.flatMap(({ homeInstitutionId }) => homeInstitutionId ?? [])),
    ]);
    const items = page.items.map((person) =>
      presentPersonItem(person, {
        offices: offices.get(person.id) ?? [],
        home: homes.get(person.homeInstitutionId ?? '') ?? null,
      }),
    );
    return { items, next: page.next };
  }
}
