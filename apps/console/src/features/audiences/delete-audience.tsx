import { Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useNavigate } from 'react-router';
import { endpoints, type AudienceDto } from '#contracts';
import { useAction } from '../../api/index.js';
import { ActionDialog } from '../../ui/action-dialog.js';
import { pickLocal } from '../../ui/local-text.js';
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
    <ActionDialog
      title={t('audiences.delete')}
      action={t('audiences.delete')}
      danger
      call={remove}
      onSubmit={submit}
      onClose={onClose}
    >
      <Text>{t('audiences.delete-text', { name: pickLocal(audience.name, language).text })}</Text>
    </ActionDialog>
  );
}
