import { Controller } from '@nestjs/common';
import type { Actor } from '#access';
import { endpoints } from '#contracts';
import type { ResponseOf } from '#contracts';
import { ReadSensitiveAnswers } from '#participation';
import { CurrentActor, Input, Route } from '../http/index.js';
import type { InputOf } from '../http/index.js';

/** What people answered to a meeting's questions that is shown only to who needs it. */
@Controller()
export class QuestionAnswersController {
  constructor(private readonly readSensitive: ReadSensitiveAnswers) {}

  @Route(endpoints.readSensitiveAnswers)
  async sensitive(
    @CurrentActor() actor: Actor,
    @Input() { params }: InputOf<typeof endpoints.readSensitiveAnswers>,
  ): Promise<ResponseOf<typeof endpoints.readSensitiveAnswers>> {
    const found = await this.readSensitive.read(actor, params.id);
    return { items: found.map(({ person, answers }) => ({ person, answers: [...answers] })) };
  }
}
