import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useNavigate } from 'react-router';
import { endpoints, type AudienceDto } from '#contracts';
import { useAction } from '../../api/index.js';
import { pickLocal } from '../../ui/local-text.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { useText } from '../../ui/use-text.js';

interface DeleteAudienceProps {
  readonly audience: AudienceDto;
  readonly onClose: () => void;
}

/** Before an audience is deleted: what becomes of it. */
export function DeleteAudience({ audience, onClose }: DeleteAudienceProps) {
  const { t, language } = useText();
  const navigate = useNavigate();
  const remove = useAction(endpoints.deleteAudience, [endpoints.listAudiences.name]);
  const submit = () =>
    remove.mutate(
      { params: { id: audience.id }, version: audience.version },
      {
        onSuccess: () => {
          notifications.show({ message: t('audiences.deleted') });
          void navigate('/directory/audiences');
        },
      },
    );
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('audiences.delete')}
      closeButtonProps={{ 'aria-label': t('console.close') }}
    >
      <Stack>
        <Text>{t('audiences.delete-text', { name: pickLocal(audience.name, language).text })}</Text>
        <ProblemAlert error={remove.error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('console.form.cancel')}
          </Button>
          <Button color="red" loading={remove.isPending} onClick={submit}>
            {t('audiences.delete')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
