import type { PollDto, PollItemDto, PollParticipantDto, PollProposalDto, PollResultDto } from '#contracts';
import type { Reader } from '#database';
import { displayName, findAudienceNames, findInstitutions, findPeople } from '#directory';
import type { InstitutionView } from '#directory';
import { DomainError } from '#kernel';
import { askingOf, countVotes, endOf, findClusterVotes, findOptions, sumPolls } from '#polls';
import type {
  ClusterVotes,
  ParticipantView,
  Poll,
  PollOption,
  PollSums,
  ProposedDates,
  VoteCounts,
} from '#polls';

const minutes = { smallestUnit: 'minute' } as const;

/** A poll that was just read or written, with everybody it names. Five queries. */
export async function readPoll(reader: Reader, poll: Poll): Promise<PollDto> {
  const institution = (await findInstitutions(reader, [poll.institutionId])).get(poll.institutionId);
  if (institution === undefined) throw new DomainError('poll.not-found');
  const { organiserId, audienceId } = poll;
  const organiser = (await findPeople(reader, organiserId === null ? [] : [organiserId])).get(
    organiserId ?? '',
  );
  const audiences = await findAudienceNames(reader, audienceId === null ? [] : [audienceId]);
  const { asked, answered } = (await sumPolls(reader, [poll.id]))(poll.id);
  const options = await findOptions(reader, [poll.id]);
  return {
    id: poll.id,
    institution: { id: institution.id, name: institution.name },
    title: poll.title,
    description: poll.description,
    zone: poll.zone,
    lengthMinutes: poll.lengthMinutes,
    place: poll.place,
    organiser: organiser === undefined ? null : { id: organiser.id, name: displayName(organiser) },
    asking: askingOf(poll),
    audienceName: audiences.get(audienceId ?? '') ?? null,
    deadlineLocal: poll.deadlineLocal.toString(minutes),
    deadlineAt: poll.deadlineAt.toString(),
    hidesNames: poll.hidesNames,
    state: poll.state,
    movesMeetingId: poll.movesMeetingId,
    meetingId: poll.meetingId,
    takenOptionId: poll.takenOptionId,
    decisionNote: poll.decisionNote,
    options: options.map((option) => presentOption(poll, option)),
    asked,
    answered,
    version: poll.version,
  };
}

/** A poll as a row of the hosts' list. */
export function presentPollItem(poll: Poll, institution: InstitutionView, sums: PollSums): PollItemDto {
  return {
    id: poll.id,
    institution: { id: institution.id, name: institution.name },
    title: poll.title,
    state: poll.state,
    zone: poll.zone,
    deadlineAt: poll.deadlineAt.toString(),
    options: sums.options,
    firstLocal: sums.firstLocal?.toString(minutes) ?? '',
    lastLocal: sums.lastLocal?.toString(minutes) ?? '',
    meetingId: poll.meetingId,
    asked: sums.asked,
    answered: sums.answered,
  };
}

/** How the votes stand. Four queries. */
export async function readResult(reader: Reader, poll: Poll): Promise<PollResultDto> {
  const { asked, answered } = (await sumPolls(reader, [poll.id]))(poll.id);
  const countsOf = await countVotes(reader, poll.id);
  const clusters = await findClusterVotes(reader, poll.id);
  const options = await findOptions(reader, [poll.id]);
  return {
    asked,
    answered,
    options: options.map((option) => ({
      ...presentOption(poll, option),
      ...countsOf(option.id),
      clusters: coverageOf(option, clusters),
    })),
    clusters: clusters.map(({ institution, votes }) => ({
      institution,
      votes: Object.fromEntries(options.map(({ id }) => [id, votes[id] ?? null])),
    })),
    bestId: answered === 0 ? null : bestOf(options, clusters, countsOf),
  };
}

/** A participant as hosts see them; `link` is their page. */
export function presentParticipant(view: ParticipantView, link: string): PollParticipantDto {
  const { participant, person, institutions, votes, mail } = view;
  return {
    id: participant.id,
    person: { id: participant.personId, name: person === null ? '' : displayName(person) },
    reachable: person !== null && person.address !== null,
    institutions: [...institutions],
    answeredAt: participant.answeredAt?.toString() ?? null,
    note: participant.note,
    votes: { ...votes },
    reminders: participant.reminders,
    mail,
    link,
  };
}

/** Proposed days, with those that were passed over. */
export function presentProposal(proposal: ProposedDates): PollProposalDto {
  return {
    options: proposal.options.map(({ startsLocal, allDay }) => ({
      startsLocal: startsLocal.toString(minutes),
      allDay,
    })),
    lands: [...proposal.lands],
    holidays: proposal.holidays.map(({ on, name }) => ({
      on: on.toString(),
      name: { de: name.de, en: name.en },
    })),
    taken: proposal.taken.map(({ on, title }) => ({ on: on.toString(), title })),
  };
}

/** How many clusters somebody could come for. */
export function coverageOf({ id }: Pick<PollOption, 'id'>, clusters: readonly ClusterVotes[]) {
  const count = (values: readonly string[]) =>
    clusters.filter(({ votes }) => values.includes(votes[id] ?? '')).length;
  return { total: clusters.length, yes: count(['yes']), possible: count(['yes', 'if-need-be']) };
}

function presentOption({ lengthMinutes }: Poll, option: PollOption): PollDto['options'][number] {
  return {
    id: option.id,
    startsLocal: option.startsLocal.toString(minutes),
    endsLocal: endOf(option, lengthMinutes).toString(minutes),
    allDay: option.allDay,
  };
}

/** Most clusters first, then most people, then most who need not make an effort, then the earliest. */
function bestOf(
  options: readonly PollOption[],
  clusters: readonly ClusterVotes[],
  countsOf: (id: string) => VoteCounts,
): string | null {
  const rank = (option: PollOption) => {
    const { yes, ifNeedBe } = countsOf(option.id);
    return [coverageOf(option, clusters).possible, yes + ifNeedBe, yes];
  };
  const sorted = options.toSorted((one, other) => {
    const [mine, theirs] = [rank(one), rank(other)];
    const differing = mine.findIndex((value, index) => value !== theirs[index]);
    return differing < 0 ? 0 : (theirs[differing] ?? 0) - (mine[differing] ?? 0);
  });
  return sorted[0]?.id ?? null;
}
