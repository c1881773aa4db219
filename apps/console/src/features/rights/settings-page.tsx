import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { role as roles } from '#contracts';
import { FilterChips } from '../../ui/filter-chips.js';
import { PageHead } from '../../ui/page-head.js';
import { useText } from '../../ui/use-text.js';
import { GiveGrant } from './give-grant.js';
import { GrantTable } from './grant-table.js';

/** Who may do what in the whole installation, for its owners. */
export function SettingsPage() {
  const { t } = useText();
  const [search] = useSearchParams();
  const [giving, setGiving] = useState(false);
  const role = roles.options.find((each) => each === search.get('role'));
  return (
    <div>
      <PageHead
        title={t('rights.title')}
        actions={
          <Button leftSection={<IconPlus size={18} aria-hidden="true" />} onClick={() => setGiving(true)}>
            {t('rights.settings.new-owner')}
          </Button>
        }
      >
        {t('rights.settings.text')}
      </PageHead>
      <FilterChips
        name="role"
        label={t('rights.columns.role')}
        choices={[
          { value: null, label: t('console.list.all') },
          ...roles.options.map((value) => ({ value, label: t(`rights.roles.${value}`) })),
        ]}
      />
      <GrantTable places query={{ role }} mayEnd />
      {giving && <GiveGrant roles={['owner']} place={{}} onClose={() => setGiving(false)} />}
    </div>
  );
}
