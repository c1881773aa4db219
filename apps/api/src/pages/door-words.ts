import type { TextKey, Translator } from '#i18n';
import { doorMessages } from './views/door.view.js';

const KEYS = [
  'door.count',
  'door.count-online',
  'door.mark',
  'door.undo',
  'door.mark-name',
  'door.undo-name',
  'door.since',
  'door.walk-in',
  'door.online',
  'door.nobody',
  'door.empty',
  'door.code.scan',
  'door.code.stop',
  'door.code.camera',
  'door.code.denied',
  'door.code.no-camera',
  'door.sync.done',
  'door.sync.own',
  'door.sync.offline',
  'door.sync.waiting',
  'door.sync.refused',
] as const satisfies readonly TextKey[];

// What the device puts into the words itself.
const PLACES = { name: '%name%', time: '%time%', here: '%here%', expected: '%expected%', count: '%count%' };

/** The words that the device needs, with `%name%` left in them for it to fill in. */
export function doorWords(t: Translator): Readonly<Record<string, string>> {
  const keys: readonly TextKey[] = [
    ...KEYS,
    ...doorMessages.map((message) => `door.said.${message}` as const),
  ];
  return Object.fromEntries(keys.map((key) => [key.slice('door.'.length), t(key, PLACES)]));
}
