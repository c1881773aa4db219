import { Module } from '@nestjs/common';
import { ParticipationModule } from '#participation';
import { ClosePoll } from './asking/close-poll.js';
import { OpenPoll } from './asking/open-poll.js';
import { RemindSilent } from './asking/remind-silent.js';
import { PreviewTaking } from './deciding/preview-taking.js';
import { TakeDate } from './deciding/take-date.js';
import { PollMailRenderer } from './mail/poll-mail.renderer.js';
import { PollsMerger } from './polls.merger.js';
import { Vote } from './voting/vote.js';
import { ChangePoll } from './writing/change-poll.js';
import { CreatePoll } from './writing/create-poll.js';

/** Finding a date that suits: asking, voting, and the meeting that comes of it. */
@Module({
  imports: [ParticipationModule],
  providers: [
    ChangePoll,
    ClosePoll,
    CreatePoll,
    OpenPoll,
    PollMailRenderer,
    PollsMerger,
    PreviewTaking,
    RemindSilent,
    TakeDate,
    Vote,
  ],
  exports: [ChangePoll, CreatePoll, OpenPoll, PreviewTaking, RemindSilent, TakeDate, Vote],
})
export class PollsModule {}
