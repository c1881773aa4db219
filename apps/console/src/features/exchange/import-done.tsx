import { Anchor, Group, Stack, Text } from '@mantine/core';
import { Link } from 'react-router';
import type { ImportDto } from '#contracts';
import { Ring } from '../../ui/ring.js';
import { useText } from '../../ui/use-text.js';

/** It is written, and where to look at it. */
export function ImportDone({ run }: { readonly run: ImportDto }) {
  const { t } = useText();
  const to = run.kind === 'people' ? '/directory/people' : `/directory/institutions/${run.institution.id}`;
  return (
    <Group gap="lg" align="flex-start">
      <Ring size={48} filled={1} />
      <Stack gap="xs">
        <Text component="output" fw={600}>
          {t('import.done')}
        </Text>
        <Group>
          <Anchor component={Link} to={to}>
            {t(run.kind === 'people' ? 'import.to-people' : 'import.to-members')}
          </Anchor>
          <Anchor component={Link} to={`?kind=${run.kind}&institution=${run.institution.id}`}>
            {t('import.next-file')}
          </Anchor>
        </Group>
      </Stack>
    </Group>
  );
}
