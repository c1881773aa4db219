import { MultiSelect, NumberInput, Radio, Select, Stack, Text, Textarea } from '@mantine/core';
import { sensitiveKinds, type InvitationDto, type MeetingDto, type Question } from '#contracts';
import { pickLocal } from '../../ui/local-text.js';
import type { Fields } from '../../ui/use-contract-form.js';
import { useText } from '../../ui/use-text.js';
import { asksForCompanions } from './entered-values.js';

interface SeatFieldsProps {
  readonly meeting: MeetingDto;
  /** Whose companions are known already; null: nobody's. */
  readonly given: InvitationDto | null;
  readonly fields: Fields;
}

/** The kind of seat and companions, as far as the meeting knows them. */
export function EnteredSeatFields({ meeting, given, fields }: SeatFieldsProps) {
  const { t, language } = useText();
  const { contingents, companions } = meeting.seating;
  return (
    <>
      {contingents.length > 1 && (
        <Radio.Group label={t('seating.entered.kind')} {...fields('contingentId')}>
          <Stack gap="xs" mt="xs">
            {contingents.map(({ id, name }) => (
              <Radio key={id} value={id} label={pickLocal(name, language).text} />
            ))}
          </Stack>
        </Radio.Group>
      )}
      {asksForCompanions(meeting, given) && (
        <>
          <NumberInput
            label={t('seating.companions')}
            description={t('seating.entered.companions-hint', { count: companions })}
            min={0}
            allowDecimal={false}
            {...fields('companions')}
          />
          <Textarea
            label={t('seating.entered.names')}
            description={t('seating.entered.names-hint')}
            autosize
            minRows={2}
            {...fields('companionNames')}
          />
        </>
      )}
    </>
  );
}

interface QuestionFieldsProps {
  readonly questions: readonly Question[];
  readonly fields: Fields;
}

/** The meeting's questions; none has to be answered. */
export function EnteredQuestionFields({ questions, fields }: QuestionFieldsProps) {
  const { t } = useText();
  if (questions.length === 0) return null;
  return (
    <>
      <Text size="sm" c="dimmed">
        {t('questions.entered.hint')}
      </Text>
      {questions.map((question) => (
        <QuestionField key={question.id} question={question} fields={fields} />
      ))}
    </>
  );
}

interface QuestionFieldProps {
  readonly question: Question;
  readonly fields: Fields;
}

function QuestionField({ question: { id, kind, label, options, required }, fields }: QuestionFieldProps) {
  const { t, language } = useText();
  const hints = [
    required && t('questions.entered.required'),
    sensitiveKinds.has(kind) && t('questions.entered.sensitive'),
  ].filter((hint) => hint !== false);
  const shared = {
    label: pickLocal(label, language).text,
    description: hints.length === 0 ? null : hints.join(' '),
    ...fields(`values.${id}`),
  };
  const choices = options.map((option) => ({
    value: option.id,
    label: pickLocal(option.label, language).text,
  }));
  switch (kind) {
    case 'choice':
      return <Select clearable data={choices} {...shared} />;
    case 'several':
      return <MultiSelect clearable data={choices} {...shared} />;
    case 'yes-no':
      return (
        <Select
          clearable
          data={(['yes', 'no'] as const).map((value) => ({ value, label: t(`questions.${value}`) }))}
          {...shared}
        />
      );
    case 'text':
    case 'diet':
    case 'access':
      return <Textarea autosize maxLength={2000} {...shared} />;
  }
}
