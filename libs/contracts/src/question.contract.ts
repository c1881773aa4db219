import { z } from 'zod';
import { id, line, localized, paragraphs } from './fields.js';

export const questionKind = z.enum(['text', 'choice', 'several', 'yes-no', 'diet', 'access']);
export type QuestionKind = z.output<typeof questionKind>;

/** What these answers say of somebody's health or faith is shown to nobody who does not need it (GDPR, article 9). */
export const sensitiveKinds: ReadonlySet<QuestionKind> = new Set(['diet', 'access']);

const option = z.strictObject({ id, label: localized(line(200)) });

/** Asked with the registration. */
const question = z
  .strictObject({
    id,
    kind: questionKind,
    label: localized(line(300)),
    /** To choose from: one of `choice`, any of `several`. */
    options: z.array(option).max(50).default([]),
    required: z.boolean().default(false),
  })
  .superRefine(({ kind, options }, context) => {
    const chooses = kind === 'choice' || kind === 'several';
    if (chooses && options.length < 2) {
      context.addIssue({ code: 'custom', path: ['options'], message: 'question.needs-options' });
    }
    if (!chooses && options.length > 0) {
      context.addIssue({ code: 'custom', path: ['options'], message: 'question.takes-no-options' });
    }
  });
export type Question = z.output<typeof question>;

export const questions = z
  .array(question)
  .max(30)
  .refine((list) => new Set(list.map((one) => one.id)).size === list.length, 'question.same-id');

/** Text, an option's id, several of them, or yes and no; null: left open. */
export const questionValue = z.union([paragraphs(2000), z.array(id).max(50), z.boolean()]).nullable();
export type QuestionValue = z.output<typeof questionValue>;

/** By the question's id; what is absent stays as it was answered before. */
export const questionValues = z.record(id, questionValue);
export type QuestionValues = z.output<typeof questionValues>;

/** An answer in words. */
export const toldAnswer = z.object({
  questionId: id,
  label: localized(z.string()),
  value: localized(z.string()),
  /** As it was given, to be entered again. */
  given: questionValue,
});
