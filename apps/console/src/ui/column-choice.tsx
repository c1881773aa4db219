import { Button, Checkbox, Popover, Stack } from '@mantine/core';
import { IconColumns } from '@tabler/icons-react';
import { useSearchParams } from 'react-router';
import { searchWith } from './search-with.js';
import { useText } from './use-text.js';

const NAME = 'columns';

/** A column that may be shown or not. */
export interface ColumnOption<Key extends string> {
  readonly key: Key;
  readonly label: string;
  /** Shown where nobody has chosen. */
  readonly usual: boolean;
}

/** The columns that are shown, in their order: those of the address, else the usual ones. */
export function useColumns<Key extends string>(options: readonly ColumnOption<Key>[]) {
  const [search] = useSearchParams();
  const chosen = search.get(NAME)?.split(',');
  return options.filter(({ key, usual }) => chosen?.includes(key) ?? usual);
}

interface ColumnChoiceProps<Key extends string> {
  readonly options: readonly ColumnOption<Key>[];
}

/** Which columns a table shows; kept in the address, so that it can be bookmarked and sent. */
export function ColumnChoice<Key extends string>({ options }: ColumnChoiceProps<Key>) {
  const { t } = useText();
  const [search, setSearch] = useSearchParams();
  const shown = useColumns(options).map(({ key }) => key);
  const choose = (key: Key, wanted: boolean) => {
    const keys = options.map((option) => option.key);
    const next = keys.filter((one) => (one === key ? wanted : shown.includes(one)));
    const usual = options.filter((option) => option.usual).map((option) => option.key);
    const isUsual = next.join() === usual.join();
    // One column too many in the address is better than none: the empty choice is told from no choice.
    const value = isUsual ? null : next.join() || '-';
    setSearch(searchWith(search, NAME, value), { replace: true, preventScrollReset: true });
  };
  return (
    <Popover position="bottom-end" transitionProps={{ duration: 150 }} trapFocus>
      <Popover.Target>
        <Button variant="default" size="sm" leftSection={<IconColumns size={18} aria-hidden="true" />}>
          {t('directory.columns.choose')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('directory.columns.choose')}>
        <Stack gap="xs">
          {options.map(({ key, label }) => (
            <Checkbox
              key={key}
              label={label}
              checked={shown.includes(key)}
              onChange={(event) => choose(key, event.currentTarget.checked)}
            />
          ))}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
