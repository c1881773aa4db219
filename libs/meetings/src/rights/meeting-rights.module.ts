import { Global, Module } from '@nestjs/common';
import { MeetingPlaces } from '#access';
import { StoredMeetingPlaces } from './stored-meeting-places.js';

/** Fulfils what the access lib asks of the meetings: to which institutions one belongs. */
@Global()
@Module({ providers: [{ provide: MeetingPlaces, useClass: StoredMeetingPlaces }], exports: [MeetingPlaces] })
export class MeetingRightsModule {}
