import { Injectable } from '@nestjs/common';
import { systemActor } from '#access';
import { insertRows, UnitOfWork } from '#database';
import type { Tx } from '#database';
import { findPeople } from '#directory';
import { Clock, newId, TokenKeys } from '#kernel';
import type { Id, Temporal } from '#kernel';
import { writeMails } from '#mail';
import { HandlesDueWork, scheduleDueWork } from '#queue';
import type { DueWorkHandler, DueWorkRun } from '#queue';
import { HostLink } from '../links/host-link.entity.js';
import { findHostReaders } from '../links/host-people.js';
import { hostMail, writeLinks } from '../links/write-links.js';
import { giveHosts } from '../rotation/give-hosts.js';
import type { HostWriting } from '../rotation/give-hosts.js';
import { Rotation } from '../rotation/rotation.js';
import { withdrawSwaps } from '../swaps/settle-swap.js';
import { lockSeries } from '../tables/find-series.js';
import { SeriesDate } from '../tables/series-date.entity.js';
import type { Series } from '../tables/series.entity.js';
import { auditSeries } from '../writing/audit-series.js';
import { HostTurn } from './host-turn.entity.js';
import { findDateTurns } from './turn-facts.js';
import type { DateTurn } from './turn-facts.js';
import { deadlineOf } from './turn.rules.js';
import { HostTurnDue, stepOf } from './turns-due.js';

export interface TurnWriting extends HostWriting {
  readonly keys: TokenKeys;
}

/** Asks hosts for their dates in time, reminds them, and asks the next one where nobody confirms. */
@Injectable()
@HandlesDueWork(HostTurnDue)
export class TakeTurns implements DueWorkHandler<Record<never, never>> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly keys: TokenKeys,
  ) {}

  async handle({ subjectId }: Pick<DueWorkRun<Record<never, never>>, 'subjectId'>): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const named = await tx.manager.findOneBy(SeriesDate, { id: subjectId });
      if (named === null) return;
      const series = await lockSeries(tx, named.seriesId);
      const writing = { actor: systemActor(), keys: this.keys, now: this.clock.now() };
      await takeTurn(tx, series, subjectId, writing);
    });
  }
}

/**
 * Does what is due about a date's turn, in the caller's transaction, under the series' lock, and puts the next step
 * down. Goes on to the next host until one can be asked; where none is left the series' institution hosts, and its people
 * are told. A series that is not active does nothing. May run twice.
 */
export async function takeTurn(tx: Tx, series: Series, dateId: Id, writing: TurnWriting): Promise<void> {
  if (series.state !== 'active') return;
  for (;;) {
    const [turn] = await findDateTurns(tx, series.id, { dateId, now: writing.now });
    if (turn === undefined) return;
    const step = stepOf(turn, series, writing.now);
    if (step.step === 'rest') return;
    if (step.step === 'wait') {
      await scheduleDueWork(tx, HostTurnDue, [{ subjectId: dateId, dueAt: step.until, payload: {} }]);
      return;
    }
    if (step.step === 'ask') await ask(tx, series, turn, writing);
    if (step.step === 'remind') await remind(tx, turn, writing.now);
    if (step.step === 'lapse') await lapse(tx, series, turn, writing);
  }
}

/** Gives a date that its host does not take to whose turn is next; whoever said no to it is not asked again. */
export async function passOn(tx: Tx, series: Series, dateId: Id, writing: TurnWriting): Promise<void> {
  const [turn] = await findDateTurns(tx, series.id, { dateId, now: writing.now });
  if (turn === undefined) return;
  const rotation = await Rotation.of(tx, series, { without: [dateId] });
  const hostId = rotation.propose(turn.startsLocal, turn.declined);
  await withdrawSwaps(tx, [dateId], writing.now);
  await giveHosts(tx, series, [{ dateId, hostId }], writing);
  if (hostId === null) await tellNobodyHosts(tx, series, turn, writing);
}

async function ask(tx: Tx, series: Series, turn: DateTurn, writing: TurnWriting): Promise<void> {
  const { dateId, meetingId, hostId, startsAt } = turn;
  const { now, keys, actor } = writing;
  if (hostId === null) return;
  const readers = await findHostReaders(tx, [hostId], now);
  const isReachable = readers.length > 0;
  const row = {
    id: newId(),
    dateId,
    institutionId: hostId,
    // Whoever cannot be asked keeps nobody waiting.
    state: isReachable ? ('asked' as const) : ('lapsed' as const),
    askedAt: now,
    confirmBy: isReachable ? deadlineOf(startsAt, series, now) : now,
    remindedAt: null,
    answeredAt: null,
    answeredById: null,
    reason: null,
  };
  await insertRows(tx, HostTurn, [row]);
  await writeLinks(tx, { subject: { turnId: row.id }, readers, kind: 'host-turn', meetingId, keys, now });
  const after = { dateId, hostId, state: row.state, confirmBy: row.confirmBy.toString() };
  await auditSeries(tx, series, { action: 'ask-host', actor, now, after });
  if (!isReachable) await passOn(tx, series, dateId, writing);
}

/** To those who have a link and can still be reached by the office. */
async function remind(tx: Tx, { open, hostId, meetingId }: DateTurn, now: Temporal.Instant): Promise<void> {
  if (open === null || hostId === null) return;
  const links = await tx.manager.findBy(HostLink, { turnId: open.id });
  const readers = await findHostReaders(tx, [hostId], now);
  const mails = links.flatMap(({ id, personId }) => {
    const reader = readers.find((one) => one.personId === personId);
    return reader === undefined
      ? []
      : [hostMail({ kind: 'host-reminder', meetingId }, reader, { linkId: id })];
  });
  await writeMails(tx, mails, now);
  await tx.manager.update(HostTurn, { id: open.id }, { remindedAt: now });
}

async function lapse(tx: Tx, series: Series, turn: DateTurn, writing: TurnWriting): Promise<void> {
  const { open, dateId, hostId } = turn;
  if (open === null) return;
  await tx.manager.update(HostTurn, { id: open.id }, { state: 'lapsed' });
  const { actor, now } = writing;
  await auditSeries(tx, series, { action: 'host-lapsed', actor, now, after: { dateId, hostId } });
  await passOn(tx, series, dateId, writing);
}

async function tellNobodyHosts(
  tx: Tx,
  { institutionId, organiserId }: Series,
  { dateId, meetingId }: DateTurn,
  { now }: TurnWriting,
): Promise<void> {
  const readers = await findHostReaders(tx, [institutionId], now);
  const organiser = (await findPeople(tx, organiserId === null ? [] : [organiserId])).get(organiserId ?? '');
  const isKnown = organiser === undefined || readers.some(({ personId }) => personId === organiser.id);
  const told = [
    ...readers,
    ...(isKnown || organiser.address === null
      ? []
      : [{ personId: organiser.id, address: organiser.address, language: organiser.language }]),
  ];
  // Told again when all have been asked once more.
  const params = { dateId, at: String(now.epochMilliseconds) };
  await writeMails(
    tx,
    told.map((reader) => hostMail({ kind: 'host-nobody', meetingId }, reader, params)),
    now,
  );
}
