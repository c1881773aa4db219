import { Button, Menu } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import type { Endpoint } from '#contracts';
import { addressOf, useMay, type CallInput, type Place } from '../api/index.js';
import { readersZone } from './moment.js';
import { useText } from './use-text.js';

interface ExportMenuProps<E extends Endpoint> {
  /** The list, and what it is asked on this page: the file holds the same rows, all of them. */
  readonly list: E;
  readonly input: CallInput<E>;
  /** Where one has to be allowed to read it; anywhere if none. */
  readonly place?: Place;
}

/** A list as a file to keep, for spreadsheets; nothing for who may not read the list. */
export function ExportMenu<E extends Endpoint>({ list, input, place }: ExportMenuProps<E>) {
  const { t, language } = useText();
  const may = useMay();
  const { access } = list;
  if (access !== 'public' && access !== 'signed-in' && !may(access, place)) return null;
  const address = (format: 'csv' | 'xlsx') =>
    addressOf(list, {
      ...input,
      query: { ...(input.query as object | undefined), format, lang: language, zone: readersZone() },
    });
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
