import type { ReactElement } from 'react';
import { Temporal } from '#kernel';
import { HostPage } from './host.page.js';
import type { HostView } from './views/host.view.js';
import type { MeetingView } from './views/meeting.view.js';
import type { PageFrame } from './views/page-frame.view.js';

/** The page of a host in the states worth looking at, by name. */
export function hostPages(frame: PageFrame, meeting: MeetingView): Record<string, ReactElement> {
  const turn: HostView = {
    frame,
    kind: 'turn',
    series: meeting.title.text,
    host: 'OptoNet',
    keeper: 'Wirtschaftsinitiative Mitteldeutschland',
    dates: [{ meeting, host: 'OptoNet' }],
    action: '/h/abcdefghijklmnopqrstuvwxyz234567',
    deadline: Temporal.Instant.from('2027-02-25T22:59Z'),
    zone: 'Europe/Berlin',
    state: null,
    problem: null,
  };
  const dates = [...turn.dates, { meeting, host: 'Solarvalley Mitteldeutschland' }];
  const swap: HostView = { ...turn, kind: 'swap', dates };
  const problem = { code: 'host-turn.answer-missing', field: 'answer', reason: 'Im Juni …' } as const;
  return {
    'host-turn': <HostPage view={turn} />,
    'host-turn-problem': <HostPage view={{ ...turn, problem }} />,
    'host-turn-confirmed': <HostPage view={{ ...turn, state: 'confirmed' }} />,
    'host-swap': <HostPage view={swap} />,
    'host-swap-done': <HostPage view={{ ...swap, state: 'swap-done' }} />,
  };
}
