import { fillTitle } from './fill-title.js';

it('fills in number, year and host, and leaves what it does not know', () => {
  const facts = { number: '12', year: '2027', host: 'OptoNet' };
  expect(fillTitle('{number}. Austausch {year} bei {host} {ort}', facts)).toBe(
    '12. Austausch 2027 bei OptoNet {ort}',
  );
});
