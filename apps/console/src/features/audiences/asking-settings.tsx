import { Checkbox, Group, Select, Stack, Title } from '@mantine/core';
import type { InvitationSettings } from '#contracts';
import { useText } from '../../ui/use-text.js';

export const usualSettings: InvitationSettings = {
  successors: 'on-the-day',
  newcomers: 'invite',
  copyToDeputies: false,
};

interface AskingSettingsProps {
  readonly settings: InvitationSettings;
  readonly onChange: (settings: InvitationSettings) => void;
}

/** How the people of an audience are asked. */
export function AskingSettings({ settings, onChange }: AskingSettingsProps) {
  const { t } = useText();
  const successors = (['on-the-day', 'at-once'] as const).map((value) => ({
    value,
    label: t(`audiences.successors.${value}`),
  }));
  const newcomers = (['invite', 'show'] as const).map((value) => ({
    value,
    label: t(`audiences.newcomers.${value}`),
  }));
  return (
    <Stack gap="sm">
      <Title order={2} size="h4">
        {t('audiences.settings.title')}
      </Title>
      <Group align="flex-end">
        <Select
          label={t('audiences.successors-label')}
          miw={{ base: '100%', xs: '24rem' }}
          allowDeselect={false}
          data={successors}
          value={settings.successors}
          onChange={(value) =>
            onChange({ ...settings, successors: value === 'at-once' ? 'at-once' : 'on-the-day' })
          }
        />
        <Select
          label={t('audiences.newcomers-label')}
          miw={{ base: '100%', xs: '16rem' }}
          allowDeselect={false}
          data={newcomers}
          value={settings.newcomers}
          onChange={(value) => onChange({ ...settings, newcomers: value === 'show' ? 'show' : 'invite' })}
        />
      </Group>
      <Checkbox
        label={t('audiences.settings.deputies')}
        checked={settings.copyToDeputies}
        onChange={({ currentTarget }) => onChange({ ...settings, copyToDeputies: currentTarget.checked })}
      />
    </Stack>
  );
}
