import { formatWhen } from '#i18n';
import { whenOf } from '../../ui/moment.js';
import type { Language } from '../../ui/use-text.js';

const SPAN = /^(\S{16})\/(\S{16}) (\S+)$/;

/** What a field was or will be, in words: the time comes as two wall clocks and their zone, all else as it stands. */
export function changeWords(field: string, value: string | null, language: Language): string {
  if (value === null || value === '') return '–';
  const [, startsLocal = '', endsLocal = '', zone = ''] = field === 'time' ? (SPAN.exec(value) ?? []) : [];
  if (zone === '') return value;
  const allDay = startsLocal.endsWith('T00:00') && endsLocal.endsWith('T00:00');
  return formatWhen(whenOf({ allDay, startsLocal, endsLocal, zone }), language);
}
