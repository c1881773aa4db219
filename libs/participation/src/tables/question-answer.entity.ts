import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { QuestionValue } from '#contracts';
import type { Id } from '#kernel';

/** What somebody answered to a question of the meeting. */
@Entity('question_answer')
export class QuestionAnswer {
  @ForeignKey('Registration', { name: 'fk_question_answer_registration', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { name: 'registration_id', primaryKeyConstraintName: 'pk_question_answer' })
  registrationId: Id;

  /** One of the meeting's questions, when it was answered. */
  @PrimaryColumn('uuid', { name: 'question_id', primaryKeyConstraintName: 'pk_question_answer' })
  questionId: Id;

  @Column('jsonb')
  value: NonNullable<QuestionValue>;

  /** Of health or faith: shown only to who needs it. */
  @Column('boolean')
  sensitive: boolean;
}
