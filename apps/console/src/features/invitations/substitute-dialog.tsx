import { SegmentedControl, Text, Textarea, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { endpoints, passedOnStates, type InvitationDto, type MeetingDto } from '#contracts';
import { call, refresh } from '../../api/index.js';
import { FormDialog } from '../../ui/form-dialog.js';
import { textOrNull } from '../../ui/typed-values.js';
import { useContractForm } from '../../ui/use-contract-form.js';
import { useText } from '../../ui/use-text.js';
import { meetingReads } from '../meetings/meeting-reads.js';
import { EnteredQuestionFields, EnteredSeatFields } from './entered-fields.js';
import { answersOf, enteredFrom, seatErrors, seatsOf } from './entered-values.js';

interface SubstituteDialogProps {
  readonly invitation: InvitationDto;
  readonly meeting: MeetingDto;
  readonly onClose: () => void;
}

/** Enters who comes instead of somebody, with what they could say themselves; a seat is passed on as it is. */
export function SubstituteDialog({ invitation, meeting, onClose }: SubstituteDialogProps) {
  const { t } = useText();
  const { name } = invitation.person;
  const passesOn = passedOnStates.has(invitation.registration);
  const contract = useSubstituteForm({ invitation, meeting, onClose });
  const { form } = contract;
  return (
    <FormDialog
      title={t('seating.substitute.title', { name })}
      action={t('pages.substitute.send')}
      contract={contract}
      onClose={onClose}
    >
      <TextInput required label={t('pages.substitute.given-name')} {...form.getInputProps('givenName')} />
      <TextInput required label={t('pages.substitute.family-name')} {...form.getInputProps('familyName')} />
      <TextInput
        required
        type="email"
        label={t('pages.substitute.address')}
        {...form.getInputProps('address')}
      />
      <SegmentedControl
        aria-label={t('pages.substitute.language')}
        data={(['de', 'en'] as const).map((value) => ({ value, label: t(`pages.substitute.${value}`) }))}
        {...form.getInputProps('language')}
      />
      {!passesOn && <EnteredSeatFields meeting={meeting} given={null} fields={form.getInputProps} />}
      <EnteredQuestionFields questions={meeting.questions} fields={form.getInputProps} />
      <Textarea
        label={t('seating.substitute.note', { name })}
        autosize
        minRows={2}
        {...form.getInputProps('note')}
      />
      <Text size="sm" c="dimmed">
        {t(passesOn ? 'seating.substitute.hint' : 'seating.substitute.hint-asks', { name })}
      </Text>
    </FormDialog>
  );
}

function useSubstituteForm({ invitation, meeting, onClose }: SubstituteDialogProps) {
  const { t, language } = useText();
  const client = useQueryClient();
  const { name } = invitation.person;
  const passesOn = passedOnStates.has(invitation.registration);
  return useContractForm({
    initial: {
      givenName: '',
      familyName: '',
      address: '',
      language: language as 'de' | 'en',
      note: invitation.note ?? '',
      ...enteredFrom(meeting, null),
    },
    schema: endpoints.nameSubstitute.body,
    toBody: ({ givenName, familyName, address, language: mails, note, ...entered }) => ({
      givenName,
      familyName,
      address,
      language: mails,
      note: textOrNull(note),
      values: answersOf(meeting, entered),
      seats: passesOn ? null : seatsOf(meeting, null, entered),
    }),
    ...seatErrors,
    submit: async (body) => {
      await call(endpoints.nameSubstitute, { params: { id: invitation.id }, body });
      await refresh(client, meetingReads);
      notifications.show({ message: t('seating.substitute.done', { name }) });
      onClose();
    },
  });
}
