import { accessEntities } from '#access';
import { auditEntities } from '#audit';
import { directoryEntities } from '#directory';
import { handoverEntities } from '#handover';
import { filesEntities } from '#files';
import { mailEntities } from '#mail';
import { meetingsEntities } from '#meetings';
import { papersEntities } from '#papers';
import { participationEntities } from '#participation';
import { queueEntities } from '#queue';
import { pollEntities } from '#polls';
import { seriesEntities } from '#series';
import { LayTheFoundation1795229347467 } from './1795229347467-lay-the-foundation.js';
import { DescribeInstitutionsAndRoles1795822395738 } from './1795822395738-describe-institutions-and-roles.js';
import { KeepFiles1795823269921 } from './1795823269921-keep-files.js';
import { SaveAudiencesAndTags1795823788942 } from './1795823788942-save-audiences-and-tags.js';
import { MakeSearchable1795823900000 } from './1795823900000-make-searchable.js';
import { PlaceCommitteesAndLogos1795824101199 } from './1795824101199-place-committees-and-logos.js';
import { HandOfficesOver1795824355406 } from './1795824355406-hand-offices-over.js';
import { ReadFilesIntoTheDirectory1795824447401 } from './1795824447401-read-files-into-the-directory.js';
import { AssignTheLogToInstitutions1795824551001 } from './1795824551001-assign-the-log-to-institutions.js';
import { IndexWhatListsGoBy1795824707095 } from './1795824707095-index-what-lists-go-by.js';
import { MergePeopleAndPropose1795825049297 } from './1795825049297-merge-people-and-propose.js';
import { IndexMandatesAndLaender1795825839528 } from './1795825839528-index-mandates-and-laender.js';
import { IndexTags1795827443829 } from './1795827443829-index-tags.js';
import { IndexHandovers1795830000000 } from './1795830000000-index-handovers.js';
import { RepeatMeetings1795840366218 } from './1795840366218-repeat-meetings.js';
import { TakeTurnsInHosting1795843305406 } from './1795843305406-take-turns-in-hosting.js';
import { ImportCalendars1795843324764 } from './1795843324764-import-calendars.js';
import { AskForDates1795844240580 } from './1795844240580-ask-for-dates.js';
import { AnswerWholeSeries1795845279057 } from './1795845279057-answer-whole-series.js';
import { BoundWhatIsAlike1795854494662 } from './1795854494662-bound-what-is-alike.js';
import { CoverMandatesByPerson1795854855401 } from './1795854855401-cover-mandates-by-person.js';
import { VersionMemberships1795855566422 } from './1795855566422-version-memberships.js';
import { AskAndRemind1795856314629 } from './1795856314629-ask-and-remind.js';
import { IndexFields1795858198744 } from './1795858198744-index-fields.js';
import { GiveSeatsByRule1795868897169 } from './1795868897169-give-seats-by-rule.js';
import { MakePapers1795868936408 } from './1795868936408-make-papers.js';
import { NoteWhoWasThere1795870626002 } from './1795870626002-note-who-was-there.js';
import { RegisterOpenly1795871258965 } from './1795871258965-register-openly.js';
import { LetSubstitutesCome1795871548049 } from './1795871548049-let-substitutes-come.js';
import { LeaveRoomForAnswers1795881600000 } from './1795881600000-leave-room-for-answers.js';
import { TellWhoIsEnteredByColleagues1795883800000 } from './1795883800000-tell-who-is-entered-by-colleagues.js';
import { TellOnlineSeats1795884100000 } from './1795884100000-tell-online-seats.js';
import { FindWhoHasASeat1795885000000 } from './1795885000000-find-who-has-a-seat.js';
import { WriteToSomeAndKeepPapers1795871698981 } from './1795871698981-write-to-some-and-keep-papers.js';
import { TakeSwapsBack1795879835833 } from './1795879835833-take-swaps-back.js';
import { LeadLinksOfRegistrations1795879871417 } from './1795879871417-lead-links-of-registrations.js';

/** The whole schema: every table, and how it came about. */
export const schema = {
  entities: [
    ...accessEntities,
    ...auditEntities,
    ...directoryEntities,
    ...handoverEntities,
    ...filesEntities,
    ...mailEntities,
    ...meetingsEntities,
    ...papersEntities,
    ...participationEntities,
    ...pollEntities,
    ...queueEntities,
    ...seriesEntities,
  ],
  migrations: [
    LayTheFoundation1795229347467,
    DescribeInstitutionsAndRoles1795822395738,
    KeepFiles1795823269921,
    SaveAudiencesAndTags1795823788942,
    MakeSearchable1795823900000,
    PlaceCommitteesAndLogos1795824101199,
    HandOfficesOver1795824355406,
    ReadFilesIntoTheDirectory1795824447401,
    AssignTheLogToInstitutions1795824551001,
    IndexWhatListsGoBy1795824707095,
    MergePeopleAndPropose1795825049297,
    IndexMandatesAndLaender1795825839528,
    IndexTags1795827443829,
    IndexHandovers1795830000000,
    RepeatMeetings1795840366218,
    TakeTurnsInHosting1795843305406,
    ImportCalendars1795843324764,
    AskForDates1795844240580,
    AnswerWholeSeries1795845279057,
    BoundWhatIsAlike1795854494662,
    CoverMandatesByPerson1795854855401,
    VersionMemberships1795855566422,
    AskAndRemind1795856314629,
    IndexFields1795858198744,
    GiveSeatsByRule1795868897169,
    MakePapers1795868936408,
    NoteWhoWasThere1795870626002,
    RegisterOpenly1795871258965,
    LetSubstitutesCome1795871548049,
    WriteToSomeAndKeepPapers1795871698981,
    TakeSwapsBack1795879835833,
    LeadLinksOfRegistrations1795879871417,
    LeaveRoomForAnswers1795881600000,
    TellWhoIsEnteredByColleagues1795883800000,
    TellOnlineSeats1795884100000,
    FindWhoHasASeat1795885000000,
  ],
};
