import { Injectable } from '@nestjs/common';
import { listEnabled, scopeOf } from '#access';
import type { Actor } from '#access';
import type { GrantDto } from '#contracts';
import { UnitOfWork } from '#database';
import type { Page, PageRequest } from '#database';
import { displayName, listRights, listRightsOf } from '#directory';
import type { RightFilter, RightView } from '#directory';
import { Clock, DomainError } from '#kernel';
import type { Id } from '#kernel';
import { findTitles, reachedMeetings } from '#meetings';

/** Who has which role, as it is shown. */
@Injectable()
export class GrantReader {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** A page of them, with a fixed number of queries. */
  async list(actor: Actor, request: PageRequest & RightFilter): Promise<Page<GrantDto>> {
    const { reader } = this.unitOfWork;
    const scope = scopeOf(actor, 'grant.read');
    // The last zone in which it is still the day before: the reader sees what is not over anywhere.
    const today = this.clock.today('-12:00');
    const reached = { scope, meetings: reachedMeetings(scope) };
    const page = await listRights(reader, reached, { ...request, today });
    return { items: await this.present(page.items), next: page.next };
  }

  /** The actor's own, wherever. Throws `access.not-signed-in` for an actor without a person. */
  async listOwn({ personId }: Actor): Promise<readonly GrantDto[]> {
    if (personId === null) throw new DomainError('access.not-signed-in');
    const today = this.clock.today('-12:00');
    return this.present(await listRightsOf(this.unitOfWork.reader, personId, today));
  }

  /** One that was just given or ended, which may be over by now. */
  async get(actor: Actor, id: Id): Promise<GrantDto> {
    const [grant] = (await this.list(actor, { id, limit: 1 })).items;
    if (grant === undefined) throw new DomainError('grant.not-found');
    return grant;
  }

  private async present(rights: readonly RightView[]): Promise<GrantDto[]> {
    const { reader } = this.unitOfWork;
    const enabled = await listEnabled(
      reader,
      rights.map(({ person }) => person.id),
    );
    const titles = await findTitles(
      reader,
      rights.flatMap(({ meetingId }) => meetingId ?? []),
    );
    return rights.map((right) => present(right, enabled.includes(right.person.id), titles));
  }
}

function present(
  right: RightView,
  signsIn: boolean,
  titles: Awaited<ReturnType<typeof findTitles>>,
): GrantDto {
  const { id, source, person, role, institution, meetingId, office, validFrom, validUntil } = right;
  return {
    id,
    source,
    person: { id: person.id, name: displayName(person) },
    signsIn,
    role,
    institution,
    meeting: meetingId === null ? null : { id: meetingId, title: titles.get(meetingId) ?? {} },
    office,
    validFrom: validFrom.toString(),
    validUntil: validUntil?.toString() ?? null,
  };
}
