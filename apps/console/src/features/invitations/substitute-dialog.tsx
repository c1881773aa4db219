import { Button, Group, Modal, SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { endpoints, type InvitationDto } from '#contracts';
import { call, refresh } from '../../api/index.js';
import { ContractForm } from '../../ui/contract-form.js';
import { useContractForm } from '../../ui/use-contract-form.js';
import { useText } from '../../ui/use-text.js';
import { meetingReads } from '../meetings/meeting-reads.js';

interface SubstituteDialogProps {
  readonly invitation: InvitationDto;
  readonly onClose: () => void;
}

/** Enters who comes instead of somebody. */
export function SubstituteDialog({ invitation, onClose }: SubstituteDialogProps) {
  const { t, language } = useText();
  const client = useQueryClient();
  const { name } = invitation.person;
  const contract = useContractForm({
    initial: { givenName: '', familyName: '', address: '', language: language as 'de' | 'en' },
    schema: endpoints.nameSubstitute.body,
    toBody: (values) => values,
    submit: async (body) => {
      await call(endpoints.nameSubstitute, { params: { id: invitation.id }, body });
      await refresh(client, meetingReads);
      notifications.show({ message: t('seating.substitute.done', { name }) });
      onClose();
    },
  });
  const { form } = contract;
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('seating.substitute.title', { name })}
      closeButtonProps={{ 'aria-label': t('console.close') }}
    >
      <ContractForm contract={contract}>
        <Stack>
          <TextInput required label={t('pages.substitute.given-name')} {...form.getInputProps('givenName')} />
          <TextInput
            required
            label={t('pages.substitute.family-name')}
            {...form.getInputProps('familyName')}
          />
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
          <Text size="sm" c="dimmed">
            {t('seating.substitute.hint', { name })}
          </Text>
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('console.form.cancel')}
            </Button>
            <Button type="submit" loading={contract.busy}>
              {t('pages.substitute.send')}
            </Button>
          </Group>
        </Stack>
      </ContractForm>
    </Modal>
  );
}
