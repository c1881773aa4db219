import { Module } from '@nestjs/common';
import { OutboundModule } from '#outbound';
import { CalendarFetchWork } from './imported-calendars/calendar-fetch.js';
import { CreateMeeting } from './writing/create-meeting.js';
import { OrganiserMerger } from './writing/organiser.merger.js';
import { PublishMeeting } from './writing/publish-meeting.js';

/** What hosts do with meetings before anybody is invited. */
@Module({
  imports: [OutboundModule],
  providers: [CalendarFetchWork, CreateMeeting, OrganiserMerger, PublishMeeting],
  exports: [CreateMeeting, PublishMeeting],
})
export class MeetingsModule {}
