import { createBrowserRouter, Navigate, type RouteObject } from 'react-router';
import { Waiting } from '../ui/loaded.js';
import { BrokenPage, UnknownPage } from './broken-page.js';
import { RequireSession } from './require-session.js';
import { Shell } from './shell.js';

const sessionless: RouteObject[] = [
  {
    path: 'setup',
    lazy: async () => ({ Component: (await import('../features/setup/setup-page.js')).SetupPage }),
  },
  {
    path: 'sign-in',
    lazy: async () => ({ Component: (await import('../features/sign-in/sign-in-page.js')).SignInPage }),
  },
  {
    path: 'sign-in/complete',
    lazy: async () => ({ Component: (await import('../features/sign-in/complete-page.js')).CompletePage }),
  },
];

const meetings: RouteObject[] = [
  {
    path: 'meetings',
    lazy: async () => ({ Component: (await import('../features/meetings/meetings-page.js')).MeetingsPage }),
  },
  {
    path: 'meetings/new',
    lazy: async () => ({
      Component: (await import('../features/meetings/new-meeting-page.js')).NewMeetingPage,
    }),
  },
  {
    path: 'meetings/:id/edit',
    lazy: async () => ({
      Component: (await import('../features/meetings/edit-meeting-page.js')).EditMeetingPage,
    }),
  },
  {
    path: 'meetings/:id',
    lazy: async () => ({
      Component: (await import('../features/meetings/meeting-layout.js')).MeetingLayout,
    }),
    children: [
      {
        index: true,
        lazy: async () => ({
          Component: (await import('../features/meetings/overview-page.js')).OverviewPage,
        }),
      },
      {
        path: 'invitations',
        lazy: async () => ({
          Component: (await import('../features/invitations/invitations-page.js')).InvitationsPage,
        }),
      },
      {
        path: 'answers',
        lazy: async () => ({
          Component: (await import('../features/invitations/answers-page.js')).AnswersPage,
        }),
      },
      {
        path: 'messages',
        lazy: async () => ({
          Component: (await import('../features/messages/messages-page.js')).MessagesPage,
        }),
      },
      {
        path: 'files',
        lazy: async () => ({
          Component: (await import('../features/files/files-page.js')).FilesPage,
        }),
      },
      {
        path: 'attendance',
        lazy: async () => ({
          Component: (await import('../features/attendance/attendance-page.js')).AttendancePage,
        }),
      },
      {
        path: 'papers',
        lazy: async () => ({
          Component: (await import('../features/papers/papers-page.js')).PapersPage,
        }),
      },
      {
        path: 'mail',
        lazy: async () => ({
          Component: (await import('../features/mail/meeting-mail-page.js')).MeetingMailPage,
        }),
      },
      {
        path: 'access',
        lazy: async () => ({
          Component: (await import('../features/rights/meeting-access-page.js')).MeetingAccessPage,
        }),
      },
    ],
  },
];

const series: RouteObject[] = [
  {
    path: 'series',
    lazy: async () => ({
      Component: (await import('../features/series/series-list-page.js')).SeriesListPage,
    }),
  },
  {
    path: 'series/new',
    lazy: async () => ({
      Component: (await import('../features/series/new-series-page.js')).NewSeriesPage,
    }),
  },
  {
    path: 'series/:id/edit',
    lazy: async () => ({
      Component: (await import('../features/series/edit-series-page.js')).EditSeriesPage,
    }),
  },
  {
    path: 'series/:id',
    lazy: async () => ({ Component: (await import('../features/series/series-page.js')).SeriesPage }),
  },
];

const polls: RouteObject[] = [
  {
    path: 'polls',
    lazy: async () => ({ Component: (await import('../features/polls/polls-page.js')).PollsPage }),
  },
  {
    path: 'polls/new',
    lazy: async () => ({ Component: (await import('../features/polls/new-poll-page.js')).NewPollPage }),
  },
  {
    path: 'polls/:id/edit',
    lazy: async () => ({ Component: (await import('../features/polls/edit-poll-page.js')).EditPollPage }),
  },
  {
    path: 'polls/:id',
    lazy: async () => ({ Component: (await import('../features/polls/poll-page.js')).PollPage }),
  },
];

const directory: RouteObject[] = [
  {
    path: 'directory/audiences/new',
    lazy: async () => ({
      Component: (await import('../features/audiences/audience-page.js')).NewAudiencePage,
    }),
  },
  {
    path: 'directory/audiences/:id',
    lazy: async () => ({
      Component: (await import('../features/audiences/audience-page.js')).AudiencePage,
    }),
  },
  {
    path: 'directory/institutions/:id',
    lazy: async () => ({
      Component: (await import('../features/directory/institution-page.js')).InstitutionPage,
    }),
  },
  {
    path: 'directory/import',
    lazy: async () => ({ Component: (await import('../features/exchange/import-page.js')).ImportPage }),
  },
  {
    path: 'directory',
    lazy: async () => ({
      Component: (await import('../features/directory/directory-layout.js')).DirectoryLayout,
    }),
    children: [
      { index: true, element: <Navigate to="institutions" replace /> },
      {
        path: 'institutions',
        lazy: async () => ({
          Component: (await import('../features/directory/institutions-page.js')).InstitutionsPage,
        }),
      },
      {
        path: 'people',
        lazy: async () => ({
          Component: (await import('../features/directory/people-page.js')).PeoplePage,
        }),
      },
      {
        path: 'audiences',
        lazy: async () => ({
          Component: (await import('../features/audiences/audiences-page.js')).AudiencesPage,
        }),
      },
      {
        path: 'calendars',
        lazy: async () => ({
          Component: (await import('../features/calendars/calendars-page.js')).CalendarsPage,
        }),
      },
      {
        path: 'duplicates',
        lazy: async () => ({
          Component: (await import('../features/people/duplicates-page.js')).DuplicatesPage,
        }),
      },
      {
        path: 'proposals',
        lazy: async () => ({
          Component: (await import('../features/people/proposals-page.js')).ProposalsPage,
        }),
      },
    ],
  },
];

const inside: RouteObject[] = [
  {
    index: true,
    lazy: async () => ({ Component: (await import('../features/home/home-page.js')).HomePage }),
  },
  ...meetings,
  ...series,
  ...polls,
  ...directory,
  {
    path: 'mail',
    lazy: async () => ({ Component: (await import('../features/mail/mail-page.js')).MailPage }),
  },
  {
    path: 'log',
    lazy: async () => ({ Component: (await import('../features/audit/log-page.js')).LogPage }),
  },
  {
    path: 'me',
    lazy: async () => ({ Component: (await import('../features/me/me-page.js')).MePage }),
  },
  {
    path: 'settings/access',
    lazy: async () => ({ Component: (await import('../features/rights/settings-page.js')).SettingsPage }),
  },
  { path: '*', Component: UnknownPage },
];

/** Every page of the console; each area is loaded when it is first opened. */
export function createRouter() {
  return createBrowserRouter(
    [
      {
        ErrorBoundary: BrokenPage,
        HydrateFallback: Waiting,
        children: [
          ...sessionless,
          { path: 'index.html', element: <Navigate to="/" replace /> },
          {
            Component: RequireSession,
            children: [{ Component: Shell, children: [{ ErrorBoundary: BrokenPage, children: inside }] }],
          },
        ],
      },
    ],
    { basename: '/console' },
  );
}
