import { ordinarySeating, type Question } from '#contracts';
import { answersOf, enteredFrom, seatsOf } from './entered-values.js';

const [here, online, tour] = [crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID()];
const ask = (kind: Question['kind']): Question => ({
  id: crypto.randomUUID(),
  kind,
  label: { de: 'Frage?' },
  options: kind === 'several' ? [{ id: tour, label: { de: 'Führung' } }] : [],
  required: true,
});
const [topic, joins, train, diet] = [ask('text'), ask('several'), ask('yes-no'), ask('diet')];
const contingents = [here, online].map((id) => ({ id, name: { de: id }, seats: null, online: false }));
const meeting = {
  seating: { ...ordinarySeating, contingents, companions: 1 },
  questions: [topic, joins, train, diet],
};
const told = (question: Question, given: string | string[] | boolean) => ({
  questionId: question.id,
  label: question.label,
  value: {},
  given,
});

it('enters again what was given, but for what is sensitive, which stays as it was', () => {
  const given = {
    contingent: { id: online, name: {} },
    companions: ['Kim', ''],
    answers: [told(topic, 'Lacke'), told(joins, [tour]), told(train, false)],
  };
  const entered = enteredFrom(meeting, given);
  expect(seatsOf(meeting, given, entered)).toEqual({ companions: ['Kim', ''], contingentId: online });
  expect(answersOf(meeting, entered)).toEqual({
    [topic.id]: 'Lacke',
    [joins.id]: [tour],
    [train.id]: false,
  });
});

it('leaves open what nothing was entered for, and takes more names than the number says', () => {
  const entered = {
    ...enteredFrom(meeting, null),
    companions: 1,
    companionNames: ' Kim \n\nAlex\n',
    values: { [diet.id]: 'vegan', [topic.id]: '  ' },
  };
  expect(seatsOf(meeting, null, entered)).toEqual({ companions: ['Kim', 'Alex'], contingentId: here });
  expect(answersOf(meeting, entered)).toEqual({
    [topic.id]: null,
    [joins.id]: null,
    [train.id]: null,
    [diet.id]: 'vegan',
  });
});

it('asks nothing where the meeting does not', () => {
  const plain = { seating: ordinarySeating, questions: [] };
  const entered = enteredFrom(plain, null);
  expect([seatsOf(plain, null, entered), answersOf(plain, entered)]).toEqual([null, null]);
});
