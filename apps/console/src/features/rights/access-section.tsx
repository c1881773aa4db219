import { Button, Group, Text, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useId, useState, type ComponentProps } from 'react';
import { useMay } from '../../api/index.js';
import { useText } from '../../ui/use-text.js';
import { GiveGrant } from './give-grant.js';
import { GrantTable } from './grant-table.js';

/** Who has which role in an institution; nothing for who may not see it. */
export function AccessSection({ institutionId }: { readonly institutionId: string }) {
  const may = useMay();
  const place = { institutionIds: [institutionId] };
  if (!may('grant.read', place)) return null;
  const roles = ['assistant', 'member', ...(may('instance.administer') ? ['funder' as const] : [])] as const;
  return (
    <AccessList
      mayGive={may('grant.change', place)}
      query={{ institutionId }}
      giving={{ roles, place: { institutionId } }}
    />
  );
}

interface AccessListProps {
  readonly mayGive: boolean;
  readonly query: ComponentProps<typeof GrantTable>['query'];
  readonly giving: Omit<ComponentProps<typeof GiveGrant>, 'onClose'>;
}

/** A list of roles below a heading, with the way to give one. */
export function AccessList({ mayGive, query, giving }: AccessListProps) {
  const { t } = useText();
  const id = useId();
  const [open, setOpen] = useState(false);
  return (
    <section aria-labelledby={id} style={{ marginBlockStart: 40 }}>
      <Group justify="space-between" mb="xs">
        <Title order={2} id={id}>
          {t('rights.title')}
        </Title>
        {mayGive && (
          <Button
            variant="default"
            size="sm"
            leftSection={<IconPlus size={18} aria-hidden="true" />}
            onClick={() => setOpen(true)}
          >
            {t('rights.give')}
          </Button>
        )}
      </Group>
      <Text c="dimmed" mb="sm" maw="42rem">
        {t('rights.text')}
      </Text>
      <GrantTable query={query} mayEnd={mayGive} />
      {open && <GiveGrant {...giving} onClose={() => setOpen(false)} />}
    </section>
  );
}
