import { ordinarySeating } from '#contracts';
import type { AuditEntryDto, SeriesDto } from '#contracts';
import { changeWords, fieldWords, translator } from '#i18n';
import { newId } from '#kernel';
import type { LocalizedText } from '#kernel';
import { anInstitution } from '../../factories/directory.factory.js';
import { seriesBody } from '../../factories/series.factory.js';
import {
  aSeriesWorld,
  changeSeries,
  datesOf,
  daysOf,
  startSeries,
  step,
} from '../../support/running-series.js';
import { TestInstance } from '../../support/test-instance.js';

// 2 March 2026, 10:00 in Berlin.
let instance: TestInstance;
beforeAll(async () => {
  instance = await TestInstance.start();
  await instance.useKey();
});
afterAll(() => instance.close());

const at = (time: string) => ({
  kind: 'picked' as const,
  // Ascension Day everywhere; Corpus Christi in Bavaria; no holiday.
  dates: ['2026-05-14', '2026-06-04', '2026-06-11'].map((day) => `${day}T${time}`),
});

it('keeps what the host decided about a holiday, and asks about what is open until the series ends', async () => {
  const world = await aSeriesWorld(instance);
  const bavaria = world.clusters[0]?.cluster.id;
  await instance.rows(`UPDATE institution SET laender = '{BY}' WHERE id = $1`, [bavaria]);
  const series = await startSeries(instance, world, { rule: at('10:00'), holidays: 'ask' });
  const [first] = await datesOf(instance, series);
  const decision = { decision: 'move', to: '2026-05-12' };
  await instance.ask('POST', `/series/${series.id}/dates/${first?.id}/decide`, decision);

  await changeSeries(instance, series, { rule: at('14:00') });
  const changed = await datesOf(instance, series);
  expect(daysOf(changed)).toEqual(['2026-05-12', '2026-06-04 asked', '2026-06-11']);
  expect(changed.map(({ meeting }) => meeting?.startsLocal.slice(11))).toEqual(['14:00', undefined, '14:00']);

  await step(instance, series, 'end', { from: '2026-06-01' });
  expect(daysOf(await datesOf(instance, series))).toEqual(['2026-05-12', '2026-06-11 cancelled']);
});

it('tells in the log what a change did to what dates start out with, field by field and in words', async () => {
  const { id: institutionId } = await anInstitution(instance.reader, { kind: 'network' });
  const draft = await instance.ask<SeriesDto>('POST', '/series', seriesBody({ institutionId }));
  const question = { id: newId(), kind: 'text', label: { de: 'Thema?' }, options: [], required: true };
  await changeSeries(instance, draft, {
    rule: { ...draft.rule, startsLocal: '2026-04-02T14:00' },
    answerByLeadDays: 10,
    lengthMinutes: 90,
    template: {
      title: { de: 'Runde {number}' },
      place: { name: 'Werk', city: 'Jena' },
      capacity: 12,
      questions: [question],
      mailPlan: { reminderDays: [7, 3], deputyDays: null, detailsDays: 1, followUp: null },
      seating: { ...ordinarySeating, companions: 2, quota: { per: 'cluster', seats: 1 } },
      agenda: [{ kind: 'talk', title: { de: 'Lage' }, speaker: 'Kim Beispiel', minutes: 20 }],
    },
  });
  const log = `/audit?subjectKind=series&subjectId=${draft.id}`;
  const { items } = await instance.ask<{ items: AuditEntryDto[] }>('GET', log);
  const t = translator('de');
  const words = { t, text: (text: LocalizedText) => text.de ?? '', day: String, moment: String };
  const reminders = [7, 3].map((days) => `Erinnerung ${days} Tage vor Ablauf der Antwortfrist.`).join(' ');
  const told = items[0]?.changes.map((change) => {
    const { was, now } = changeWords(change, words);
    return [fieldWords(change.field, t), was, now];
  });
  expect(told).toEqual([
    ['Ort', null, 'Jena, Werk'],
    ['Titel', '{number}. Erfahrungsaustausch {year}', 'Runde {number}'],
    ['Programm', null, 'Lage (Vortrag, Kim Beispiel, 20 Minuten)'],
    ['Plätze', null, '12'],
    ['Mails zum Treffen', null, `${reminders} Letzte Hinweise einen Tag vor dem Treffen.`],
    ['Fragen', null, 'Thema? (Text, Pflicht)'],
    ['Begleitpersonen', '0', '2'],
    ['Beginn', '2026-04-02, 10:00', '2026-04-02, 14:00'],
    ['Dauer in Minuten', '120', '90'],
    ['Höchstens je Cluster', null, '1'],
    ['Antwort bis, Tage vorher', '7', '10'],
    ['Geänderte Termine', null, '0'],
  ]);
});
