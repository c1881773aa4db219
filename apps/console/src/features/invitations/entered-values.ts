import { sensitiveKinds } from '#contracts';
import type {
  InvitationDto,
  MeetingDto,
  Question,
  QuestionValue,
  QuestionValues,
  SeatWish,
} from '#contracts';

type Asking = Pick<MeetingDto, 'seating' | 'questions'>;
type Given = Pick<InvitationDto, 'contingent' | 'companions' | 'answers'>;
/** Null: nothing chosen. */
type Typed = string | string[] | null;

/** What a host enters with somebody's yes or maybe, as it stands in a form. */
export interface EnteredValues {
  readonly contingentId: string;
  readonly companions: number | string;
  /** One a line. */
  readonly companionNames: string;
  /** By the question's id; `yes` and `no` where that is what is asked. */
  readonly values: Readonly<Record<string, Typed>>;
}

/** What is known already; nothing of what is sensitive, which is not shown here. */
export function enteredFrom({ seating, questions }: Asking, given: Given | null): EnteredValues {
  const { contingent = null, companions = [], answers = [] } = given ?? {};
  const before = new Map(answers.map((answer) => [answer.questionId, answer.given]));
  return {
    contingentId: contingent?.id ?? seating.contingents[0]?.id ?? '',
    companions: companions.length === 0 ? '' : companions.length,
    companionNames: companions.filter((name) => name !== '').join('\n'),
    values: Object.fromEntries(
      questions.map((question) => [question.id, typedOf(question, before.get(question.id) ?? null)]),
    ),
  };
}

const aboutCompanions = [
  'answer.too-many-companions',
  'answer.above-capacity',
  'answer.above-ordinary',
  'answer.above-contingent',
  'answer.above-cluster-quota',
  'answer.above-organisation-quota',
];

/** Which fields show what is wrong with the seats. */
export const seatErrors = {
  fieldOf: (path: string) => (path.startsWith('seats.companions') ? 'companionNames' : path),
  fieldOfCode: {
    'answer.unknown-contingent': 'contingentId',
    ...Object.fromEntries(aboutCompanions.map((code) => [code, 'companions'])),
  },
};

/** Whether anybody may come along, or does. */
export function asksForCompanions({ seating }: Asking, given: Given | null): boolean {
  return seating.companions > 0 || (given?.companions ?? []).length > 0;
}

/** As many companions as are named, or as the number says if that is more; null where nothing is asked. */
export function seatsOf(
  meeting: Asking,
  given: Given | null,
  { contingentId, companions, companionNames }: EnteredValues,
): SeatWish | null {
  const asks = asksForCompanions(meeting, given);
  if (!asks && meeting.seating.contingents.length < 2) return null;
  const names = companionNames
    .split('\n')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  const unnamed = Array<string>(Math.max(0, Number(companions) - names.length)).fill('');
  return {
    companions: asks ? [...names, ...unnamed] : null,
    contingentId: contingentId === '' ? null : contingentId,
  };
}

/** What was typed to the questions; what is sensitive only where something was, so that what is there stays. */
export function answersOf({ questions }: Asking, { values }: EnteredValues): QuestionValues | null {
  if (questions.length === 0) return null;
  const answered = questions.map(
    (question) => [question.id, valueOf(question, values[question.id] ?? null)] as const,
  );
  const hidden = new Set(questions.filter(({ kind }) => sensitiveKinds.has(kind)).map(({ id }) => id));
  return Object.fromEntries(answered.filter(([id, value]) => value !== null || !hidden.has(id)));
}

function typedOf({ kind }: Question, given: QuestionValue): Typed {
  if (kind === 'several') return Array.isArray(given) ? given : [];
  if (typeof given === 'boolean') return given ? 'yes' : 'no';
  if (typeof given === 'string') return given;
  return kind === 'choice' || kind === 'yes-no' ? null : '';
}

function valueOf({ kind }: Question, typed: Typed): QuestionValue {
  if (typed === null || typed.length === 0) return null;
  if (typeof typed === 'string' && typed.trim() === '') return null;
  return kind === 'yes-no' ? typed === 'yes' : typed;
}
