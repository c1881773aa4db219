import type { ReactElement } from 'react';
import { ErrorPage, NotFoundPage, TokenProblemPage } from './refusal.pages.js';
import type { ContactView } from './views/meeting.view.js';
import type { PageFrame } from './views/page-frame.view.js';

/** What is shown where there is nothing to show. */
export function refusalPages(frame: PageFrame, organiser: ContactView): Record<string, ReactElement> {
  return {
    'not-found': <NotFoundPage frame={frame} />,
    'token-unknown': <TokenProblemPage view={{ frame, problem: 'unknown', contact: null }} />,
    'token-withdrawn': <TokenProblemPage view={{ frame, problem: 'withdrawn', contact: organiser }} />,
    error: (
      <ErrorPage view={{ frame, kind: 'internal', requestId: '019a8f3e-0000-7000-8000-000000000001' }} />
    ),
  };
}
