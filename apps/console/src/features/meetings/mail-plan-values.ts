import type { MailPlan } from '#contracts';
import { both, numberOrNull, written, type Both } from '../../ui/typed-values.js';

/** Which mails go out by themselves, as it stands in the form; empty: none. */
export interface MailPlanDraft {
  /** The first and the second reminder. */
  first: number | string;
  second: number | string;
  deputies: number | string;
  details: number | string;
  followUpDays: number | string;
  followUpTo: 'came' | 'invited';
  followUpText: Both;
}

/** What a new meeting starts out with. */
export const usualPlan: MailPlanDraft = {
  first: 14,
  second: 5,
  deputies: '',
  details: 3,
  followUpDays: '',
  followUpTo: 'came',
  followUpText: { de: '', en: '' },
};

export function planValues({ reminderDays, deputyDays, detailsDays, followUp }: MailPlan): MailPlanDraft {
  const [first = '', second = ''] = reminderDays.toSorted((one, other) => other - one);
  return {
    first,
    second,
    deputies: deputyDays ?? '',
    details: detailsDays ?? '',
    followUpDays: followUp?.daysAfter ?? '',
    followUpTo: followUp?.to ?? 'came',
    followUpText: both(followUp?.text ?? null),
  };
}

export function planBody(draft: MailPlanDraft): MailPlan {
  const daysAfter = numberOrNull(draft.followUpDays);
  return {
    reminderDays: [draft.first, draft.second].flatMap((days) => numberOrNull(days) ?? []),
    deputyDays: numberOrNull(draft.deputies),
    detailsDays: numberOrNull(draft.details),
    followUp:
      daysAfter === null ? null : { daysAfter, to: draft.followUpTo, text: written(draft.followUpText) },
  };
}

const fields = new Map([
  ['reminderDays.0', 'first'],
  ['reminderDays.1', 'second'],
  ['deputyDays', 'deputies'],
  ['detailsDays', 'details'],
  ['followUp.daysAfter', 'followUpDays'],
  ['followUp.text', 'followUpText.de'],
]);

/** The field of the form that shows what is wrong with a part of the plan. */
export function planField(path: string): string {
  const part = /^mailPlan\.(.+)$/.exec(path)?.[1];
  return part === undefined ? path : `mailPlan.${fields.get(part) ?? part}`;
}
