import { Radio, Stack } from '@mantine/core';
import { visibility } from '#contracts';
import type { Fields } from '../../ui/use-contract-form.js';
import { useText } from '../../ui/use-text.js';

/** Who sees a meeting. */
export function VisibilityField({ fields }: { readonly fields: Fields }) {
  const { t } = useText();
  return (
    <Radio.Group label={t('console.meeting.visibility')} {...fields('visibility')}>
      <Stack gap="xs" mt="xs">
        {visibility.options.map((value) => (
          <Radio
            key={value}
            value={value}
            label={t(`console.meeting.visibilities.${value}`)}
            description={t(`console.meeting.visibilities-hint.${value}`)}
          />
        ))}
      </Stack>
    </Radio.Group>
  );
}
