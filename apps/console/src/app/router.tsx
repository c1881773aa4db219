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

const inside: RouteObject[] = [
  {
    index: true,
    lazy: async () => ({ Component: (await import('../features/home/home-page.js')).HomePage }),
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
