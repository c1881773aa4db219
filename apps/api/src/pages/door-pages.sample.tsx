import type { ReactElement } from 'react';
import { Temporal } from '#kernel';
import { DoorPage, DoorProblemPage } from './door.page.js';
import type { DoorProblemView, DoorRow, DoorState, DoorView } from './views/door.view.js';
import type { PageFrame } from './views/page-frame.view.js';

const token = 'abcdefghijklmnopqrstuvwxyz234567';
const id = '019a8f3e-0000-7000-8000-000000000001';
const zone = 'Europe/Berlin';

/** The page of a helper at the door, on which a script runs. */
export function doorPages(frame: PageFrame): Record<string, ReactElement> {
  const isGerman = frame.language === 'de';
  const view: DoorView = {
    frame,
    title: isGerman ? 'Erfahrungsaustausch der Clustermanagements' : 'Exchange of the cluster managers',
    when: isGerman ? 'Donnerstag, 18. Juni 2026, 10:00–15:30 Uhr' : 'Thursday 18 June 2026, 10:00–15:30',
    path: `/d/${token}`,
    zone,
    state: { ...nobody, rows: rowsOf(isGerman) },
    query: '',
    said: null,
    guest: { id, name: '', organisation: '', address: '' },
  };
  const said = (message: NonNullable<DoorView['said']>['message'], more: Partial<DoorView> = {}) => (
    <DoorPage view={{ ...view, said: { message, name: 'Dr. Robin Vogel' }, ...more }} />
  );
  const typed = { id, name: '', organisation: 'Gasthaus zur Brücke', address: 'rut@gast' };
  return {
    door: <DoorPage view={view} />,
    'door-empty': <DoorPage view={{ ...view, state: nobody }} />,
    'door-found-nobody': <DoorPage view={{ ...view, query: 'Zacharias' }} />,
    'door-here': said('here', { query: 'vogel' }),
    'door-other-meeting': said('other-meeting'),
    'door-closed': said('closed', { state: { ...view.state, isClosed: true } }),
    'door-guest-wrong': said('name-missing', { guest: typed }),
  };
}

/** Links of helpers that open nothing. */
export function doorProblemPages(frame: PageFrame): Record<string, ReactElement> {
  const opensAt = Temporal.Instant.from('2026-06-17T04:00:00Z');
  const page = (problem: DoorProblemView['problem']) => (
    <DoorProblemPage view={{ frame, problem, opensAt, zone }} />
  );
  return {
    'door-unknown': page('unknown'),
    'door-revoked': page('revoked'),
    'door-early': page('early'),
    'door-over': page('over'),
    'door-cancelled': page('cancelled'),
  };
}

const nobody: DoorState = { mark: 'ABCD', seatless: [], isClosed: false, rows: [] };

function rowsOf(isGerman: boolean): readonly DoorRow[] {
  const companion = isGerman ? 'Begleitung von Dr. Robin Vogel' : 'Guest of Dr. Robin Vogel';
  const here = { here: true, since: '09:41' };
  return [
    row('1.0', 'Dr. Robin Vogel', { about: 'Cluster Chemie/Kunststoffe', ...here }),
    row('1.1', companion, { about: 'Cluster Chemie/Kunststoffe' }),
    row('2.0', 'Prof. Dr.-Ing. Alexandra Freifrau von Musterhaft-Langenhagen', {
      about: 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft mbH',
    }),
    row('3.0', 'Toni Beispiel', { about: '' }),
    row('5.0', 'Kim Fern', { about: 'OptoNet', online: true }),
    row('6.0', 'Mika Weit', { about: 'Solarvalley', online: true, ...here }),
    row('4', 'Rut Gast', { about: 'Gasthaus zur Brücke', walkIn: true, ...here }),
  ];
}

function row(key: string, name: string, more: Partial<DoorRow>): DoorRow {
  return { key, name, about: '', here: false, since: null, walkIn: false, online: false, codes: [], ...more };
}
