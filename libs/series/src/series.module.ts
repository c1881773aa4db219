import { Module } from '@nestjs/common';
import { ParticipationModule } from '#participation';
import { ChangeSeries } from './changing/change-series.js';
import { EndSeries } from './changing/end-series.js';
import { InviteDate } from './inviting/invite-date.js';
import { SeriesMailRenderer } from './mail/series-mail.renderer.js';
import { SeriesMerger } from './series.merger.js';
import { AnswerSeries } from './standing/answer-series.js';
import { ApplyStandingAnswer } from './standing/apply-standing-answer.js';
import { CreateSeries } from './writing/create-series.js';
import { DecideDate } from './writing/decide-date.js';
import { FillSeries } from './writing/fill-series.js';
import { RunSeries } from './writing/run-series.js';

/** Meetings that come back: their rules, dates, invitations in time, and who hosts. */
@Module({
  imports: [ParticipationModule],
  providers: [
    AnswerSeries,
    ApplyStandingAnswer,
    ChangeSeries,
    CreateSeries,
    DecideDate,
    EndSeries,
    FillSeries,
    InviteDate,
    RunSeries,
    SeriesMailRenderer,
    SeriesMerger,
  ],
  exports: [AnswerSeries, ChangeSeries, CreateSeries, DecideDate, EndSeries, InviteDate, RunSeries],
})
export class SeriesModule {}
