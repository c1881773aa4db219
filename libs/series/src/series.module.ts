import { Global, Module } from '@nestjs/common';
import { AnswersInAdvance, ParticipationModule } from '#participation';
import { ChangeSeries } from './changing/change-series.js';
import { EndSeries } from './changing/end-series.js';
import { FollowMeetingSubscriber } from './inviting/follow-meeting.subscriber.js';
import { SaveTheDateWork } from './inviting/save-the-date.work.js';
import { InviteDate } from './inviting/invite-date.js';
import { HostMailRenderer } from './mail/host-mail.renderer.js';
import { SeriesMailRenderer } from './mail/series-mail.renderer.js';
import { SetHosts } from './rotation/set-hosts.js';
import { SeriesMerger } from './series.merger.js';
import { AnswerSeries } from './standing/answer-series.js';
import { ApplyStandingAnswer } from './standing/apply-standing-answer.js';
import { StandingAnswersInAdvance } from './standing/standing-answers-in-advance.js';
import { AnswerSwap } from './swaps/answer-swap.js';
import { AskSwap } from './swaps/ask-swap.js';
import { TakeBackSwap } from './swaps/take-back-swap.js';
import { AnswerTurn } from './turns/answer-turn.js';
import { TakeTurns } from './turns/take-turns.js';
import { CreateSeries } from './writing/create-series.js';
import { DecideDate } from './writing/decide-date.js';
import { FillSeries } from './writing/fill-series.js';
import { RunSeries } from './writing/run-series.js';

/**
 * Meetings that come back: their rules, dates, invitations in time, and who hosts. Fulfils what participation asks of it:
 * who has answered before being asked.
 */
@Global()
@Module({
  imports: [ParticipationModule],
  providers: [
    { provide: AnswersInAdvance, useClass: StandingAnswersInAdvance },
    AnswerSeries,
    ApplyStandingAnswer,
    AnswerSwap,
    AnswerTurn,
    AskSwap,
    ChangeSeries,
    CreateSeries,
    DecideDate,
    EndSeries,
    FillSeries,
    FollowMeetingSubscriber,
    HostMailRenderer,
    InviteDate,
    RunSeries,
    SaveTheDateWork,
    SeriesMailRenderer,
    SeriesMerger,
    SetHosts,
    TakeBackSwap,
    TakeTurns,
  ],
  exports: [
    AnswersInAdvance,
    AnswerSeries,
    AnswerSwap,
    AnswerTurn,
    AskSwap,
    ChangeSeries,
    CreateSeries,
    DecideDate,
    EndSeries,
    InviteDate,
    RunSeries,
    SetHosts,
    TakeBackSwap,
  ],
})
export class SeriesModule {}
