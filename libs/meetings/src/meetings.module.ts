import { Module } from '@nestjs/common';
import { CreateMeeting } from './writing/create-meeting.js';
import { OrganiserMerger } from './writing/organiser.merger.js';
import { PublishMeeting } from './writing/publish-meeting.js';

/** What hosts do with meetings before anybody is invited. */
@Module({
  providers: [CreateMeeting, OrganiserMerger, PublishMeeting],
  exports: [CreateMeeting, PublishMeeting],
})
export class MeetingsModule {}
