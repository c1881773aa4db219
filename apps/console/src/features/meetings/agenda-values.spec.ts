import { endpoints } from '#contracts';
import { agendaBody, agendaField, agendaValues, emptyItem, moved } from './agenda-values.js';

describe('an agenda in the form', () => {
  it('comes back as it was', () => {
    const items = [
      { kind: 'project' as const, title: { en: 'Glue' }, speaker: 'Mika Beispiel', minutes: 30 },
      { kind: 'break' as const, title: { de: 'Kaffee' }, speaker: null, minutes: null },
    ];
    expect(agendaBody(agendaValues(items))).toEqual(items);
  });

  it('leads what is wrong with a title to its first field', () => {
    const body = { agenda: agendaBody([emptyItem]) };
    const issues = endpoints.changeMeeting.body?.safeParse(body).error?.issues ?? [];
    expect(issues.map(({ path }) => agendaField(path.join('.')))).toEqual(['agenda.0.title.de']);
  });

  it('moves an item one place, and not beyond the ends', () => {
    expect([moved(['a', 'b'], 0, 1), moved(['a', 'b'], 0, -1), moved(['a', 'b'], 1, 1)]).toEqual([
      ['b', 'a'],
      ['a', 'b'],
      ['a', 'b'],
    ]);
  });
});
