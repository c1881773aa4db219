import { Injectable } from '@nestjs/common';
import { scopeOf } from '#access';
import type { Actor } from '#access';
import type { PollTakePreviewDto } from '#contracts';
import { UnitOfWork } from '#database';
import type { Reader } from '#database';
import { findPeople } from '#directory';
import { Clock } from '#kernel';
import type { Id } from '#kernel';
import { ChangeMeeting } from '#participation';
import { findAsked } from '../asking/asked-people.js';
import { countLanguages } from '../reading/count-languages.js';
import { stateAfter } from '../rules/poll-states.js';
import { getPoll } from '../tables/find-poll.js';
import { takeableOption, whenTaken } from './take-date.js';

/** Says what leaves the house when a date is taken. */
@Injectable()
export class PreviewTaking {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly changeMeeting: ChangeMeeting,
  ) {}

  /** Changes nothing. Refuses as taking the date would. */
  async preview(actor: Actor, pollId: Id, optionId: Id): Promise<PollTakePreviewDto> {
    const { reader } = this.unitOfWork;
    const now = this.clock.now();
    const poll = await getPoll(reader, scopeOf(actor, 'meeting.invite'), pollId);
    stateAfter(poll.state, 'take');
    const option = await takeableOption(reader, poll, { optionId, now });
    const when = whenTaken(poll, option);
    const people = await findParticipants(reader, pollId);
    const sums = {
      startsLocal: when.startsLocal,
      endsLocal: when.endsLocal,
      mails: countLanguages(people.filter(({ address }) => address !== null)),
      withoutAddress: people.filter(({ address }) => address === null).length,
    };
    const { movesMeetingId: meetingId } = poll;
    if (meetingId !== null) {
      const reach = await this.changeMeeting.preview(actor, { meetingId, patch: when, keepAnswers: false });
      return { ...sums, invites: 0, changeMails: reach.mails };
    }
    const asked = await findAsked(reader, poll, now);
    const invites = asked.people.filter(({ address }) => address !== null).length;
    return { ...sums, invites, changeMails: { de: 0, en: 0 } };
  }
}

async function findParticipants(reader: Reader, pollId: Id) {
  const rows: { personId: Id }[] = await reader.manager.query(
    'SELECT person_id AS "personId" FROM poll_participant WHERE poll_id = $1',
    [pollId],
  );
  const people = await findPeople(
    reader,
    rows.map(({ personId }) => personId),
  );
  return [...people.values()];
}
