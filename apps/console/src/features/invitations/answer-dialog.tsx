import { Group, Radio, Text, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { endpoints, type AnswerValue, type InvitationDto, type MeetingDto } from '#contracts';
import { call, refresh } from '../../api/index.js';
import { FormDialog } from '../../ui/form-dialog.js';
import { textOrNull } from '../../ui/typed-values.js';
import { useContractForm } from '../../ui/use-contract-form.js';
import { useText } from '../../ui/use-text.js';
import { meetingReads } from '../meetings/meeting-reads.js';
import { EnteredQuestionFields, EnteredSeatFields } from './entered-fields.js';
import { answersOf, enteredFrom, seatErrors, seatsOf } from './entered-values.js';

interface AnswerDialogProps {
  readonly invitation: InvitationDto;
  readonly meeting: MeetingDto;
  readonly onClose: () => void;
}

/** Enters an answer that came by telephone or in person, with all that the person could say themselves. */
export function AnswerDialog({ invitation, meeting, onClose }: AnswerDialogProps) {
  const { t } = useText();
  const client = useQueryClient();
  const { name } = invitation.person;
  const contract = useContractForm({
    initial: {
      answer: chosenOf(invitation),
      note: invitation.note ?? '',
      ...enteredFrom(meeting, invitation),
    },
    schema: endpoints.answerForGuest.body,
    toBody: ({ answer, note, ...entered }) => ({
      answer: answer as AnswerValue,
      note: textOrNull(note),
      values: answer === 'no' ? null : answersOf(meeting, entered),
      seats: answer === 'no' ? null : seatsOf(meeting, invitation, entered),
    }),
    ...seatErrors,
    submit: async (body) => {
      await call(endpoints.answerForGuest, { params: { id: invitation.id }, body });
      await refresh(client, meetingReads);
      notifications.show({ message: t('console.answers.entered', { name }) });
      onClose();
    },
  });
  const { form } = contract;
  const { answer } = form.getValues();
  const comes = answer === 'yes' || answer === 'maybe';
  return (
    <FormDialog
      title={t('console.answers.enter-for', { name })}
      action={t('console.answers.enter')}
      contract={contract}
      onClose={onClose}
    >
      <Radio.Group required label={t('console.answers.answer')} {...form.getInputProps('answer')}>
        <Group mt="xs">
          {(['yes', 'no', 'maybe'] as const).map((value) => (
            <Radio key={value} value={value} label={t(`common.answer.${value}`)} />
          ))}
        </Group>
      </Radio.Group>
      {comes && (
        <>
          <EnteredSeatFields meeting={meeting} given={invitation} fields={form.getInputProps} />
          <EnteredQuestionFields questions={meeting.questions} fields={form.getInputProps} />
        </>
      )}
      <Textarea label={t('console.answers.note')} autosize minRows={2} {...form.getInputProps('note')} />
      <Text size="sm" c="dimmed">
        {t('console.answers.enter-hint', { name })}
      </Text>
    </FormDialog>
  );
}

/** What can be entered again as it stands; that a colleague comes cannot. */
function chosenOf({ answer }: InvitationDto): string {
  return answer === null || answer === 'substitute' ? '' : answer;
}
