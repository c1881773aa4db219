import { Menu, UnstyledButton } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { Link, useSearchParams } from 'react-router';
import styles from './filter-chips.module.css';
import { searchWith } from './search-with.js';
import { useText } from './use-text.js';

interface FilterMenuProps {
  /** The parameter of the address that holds the choice. */
  readonly name: string;
  readonly label: string;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
}

/** A filter with many choices, as one chip that opens them; what is chosen stands on it and in the address. */
export function FilterMenu({ name, label, choices }: FilterMenuProps) {
  const { t } = useText();
  const [search] = useSearchParams();
  const chosen = choices.find(({ value }) => value === search.get(name));
  const all = { value: null, label: t('console.list.all') };
  return (
    <Menu position="bottom-start" transitionProps={{ duration: 150 }}>
      <Menu.Target>
        <UnstyledButton className={styles.chip} data-chosen={chosen !== undefined}>
          {label}: {chosen?.label ?? all.label} <IconChevronDown size={16} aria-hidden="true" />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown mah={320} style={{ overflowY: 'auto' }}>
        {[all, ...choices].map((choice) => (
          <Menu.Item
            key={choice.value ?? ''}
            component={Link}
            to={{ search: searchWith(search, name, choice.value) }}
            replace
            preventScrollReset
            aria-current={choice.value === (chosen?.value ?? null) ? 'true' : undefined}
          >
            {choice.label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
