import { Button, Menu } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useText } from '../../ui/use-text.js';

interface ExportMenuProps {
  /** Below `/api/v1/exports`, with its own parameters if any. */
  readonly path: string;
}

/** A list as a file to keep, for spreadsheets. */
export function ExportMenu({ path }: ExportMenuProps) {
  const { t, language } = useText();
  const address = (format: 'csv' | 'xlsx') => {
    const join = path.includes('?') ? '&' : '?';
    return `/api/v1/exports/${path}${join}format=${format}&lang=${language}`;
  };
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" leftSection={<IconDownload size={18} aria-hidden="true" />}>
          {t('import.export')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item component="a" href={address('csv')} download>
          {t('import.export-csv')}
        </Menu.Item>
        <Menu.Item component="a" href={address('xlsx')} download>
          {t('import.export-xlsx')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
