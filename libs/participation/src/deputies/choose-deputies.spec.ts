import { chooseDeputies } from './choose-deputies.js';
import type { AskedPerson, SilentOffice } from './choose-deputies.js';

const silent: SilentOffice = {
  invitationId: 'invitation',
  holderId: 'holder',
  officeId: 'office',
  institutionId: 'cluster',
};
const holder: AskedPerson = { personId: 'holder', officeId: 'office', asDeputyForId: null, isLost: false };
const asked = (personId: string, isLost = false): AskedPerson => ({
  personId,
  officeId: 'office',
  asDeputyForId: 'holder',
  isLost,
});
const deputies = new Map([['office', ['first', 'second']]]);
const idsOf = (people: readonly AskedPerson[], of: readonly SilentOffice[] = [silent]) =>
  chooseDeputies(of, deputies, people).chosen.map(({ deputyId }) => deputyId);

it('takes the first in rank', () => {
  expect(idsOf([holder])).toEqual(['first']);
});

it('asks nobody while a deputy may still answer', () => {
  const choice = chooseDeputies([silent], deputies, [holder, asked('first')]);
  expect(choice).toEqual({ chosen: [], asked: [silent], nobody: [] });
});

it('goes on to the next when the first declined or cannot be reached, and never back', () => {
  expect(idsOf([holder, asked('first', true)])).toEqual(['second']);
  const choice = chooseDeputies([silent], deputies, [holder, asked('first', true), asked('second', true)]);
  expect(choice).toEqual({ chosen: [], asked: [], nobody: [silent] });
});

it('passes over a deputy who holds a seat of the office', () => {
  expect(idsOf([holder, { ...holder, personId: 'first' }])).toEqual(['second']);
});

it('gives two silent holders of one office a deputy each', () => {
  const other = { ...silent, invitationId: 'other', holderId: 'other holder' };
  expect(idsOf([holder], [silent, other])).toEqual(['first', 'second']);
});

it('asks one deputy for a holder however often the holder is named', () => {
  const choice = chooseDeputies([silent, { ...silent, invitationId: 'deputy’s own' }], deputies, [holder]);
  expect(choice.chosen).toHaveLength(1);
  expect(choice.asked).toHaveLength(1);
});
