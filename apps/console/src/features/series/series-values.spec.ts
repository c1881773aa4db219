import { endpoints, seriesInput, type SeriesDto } from '#contracts';
import { startingOn } from './dates-draft.js';
import { bodyOf, emptySeries, fieldOf, valuesOf, type SeriesValues } from './series-values.js';

const id = '01930000-0000-7000-8000-000000000001';
const typed: SeriesValues = {
  ...emptySeries,
  institutionId: id,
  name: { de: 'Austausch', en: '' },
  title: { de: '{number}. Austausch', en: '' },
  dates: startingOn(emptySeries.dates, '2027-03-04'),
  place: { ...emptySeries.place, city: 'Leipzig' },
  audience: id,
};

describe('a series in the form', () => {
  it('sends a body that the contract takes', () => {
    expect(endpoints.createSeries.body?.parse(bodyOf(typed))).toMatchObject({
      name: { de: 'Austausch' },
      rule: { kind: 'rrule', startsLocal: '2027-03-04T10:00', rrule: 'FREQ=MONTHLY;BYDAY=1TH' },
      lengthMinutes: 120,
      template: { title: { de: '{number}. Austausch' }, place: { city: 'Leipzig' } },
      asking: { audience: { kind: 'saved', audienceId: id } },
      holidays: 'ask',
    });
  });

  it('comes back as it was', () => {
    const { institutionId: _, ...body } = seriesInput.parse(bodyOf(typed));
    const series: SeriesDto = {
      ...body,
      id,
      slug: 'austausch',
      institution: { id, name: { de: 'Netzwerk' } },
      ruleWords: { de: '', en: '' },
      organiser: null,
      listings: [],
      audienceName: null,
      state: 'active',
      version: 1,
    };
    expect(bodyOf(valuesOf(series))).toEqual(bodyOf(typed));
  });

  it('begins at midnight and lasts whole days when it is all day', () => {
    const body = bodyOf({ ...typed, allDay: true, days: 2 });
    expect(body.rule).toMatchObject({ startsLocal: '2027-03-04T00:00' });
    expect(body.lengthMinutes).toBe(2 * 24 * 60);
    expect(endpoints.createSeries.body?.safeParse(body).success).toBe(true);
  });

  it('leads what is wrong to the field that shows it', () => {
    const body = bodyOf({ ...emptySeries, inviteLeadDays: '' });
    const issues = endpoints.createSeries.body?.safeParse(body).error?.issues ?? [];
    const fields = new Set(issues.map(({ path }) => fieldOf(path.join('.'))));
    expect([...fields].toSorted()).toEqual([
      'dates.startDay',
      'institutionId',
      'inviteLeadDays',
      'name.de',
      'title.de',
    ]);
    expect(fieldOf('template.agenda.2.title')).toBe('agenda.2.title.de');
    expect(fieldOf('template.place.latitude')).toBe('place.latitude');
  });
});
