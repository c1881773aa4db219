import { FormerPollParticipant } from './former-poll-participant.entity.js';
import { PollOption } from './poll-option.entity.js';
import { PollParticipant } from './poll-participant.entity.js';
import { PollReason } from './poll-reason.entity.js';
import { PollVote } from './poll-vote.entity.js';
import { Poll } from './poll.entity.js';

/** Every table of this lib. */
export const pollEntities = [FormerPollParticipant, Poll, PollOption, PollParticipant, PollReason, PollVote];
