import { Radio, Select, SimpleGrid, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { endpoints, type ImportKind } from '#contracts';
import { useAction } from '../../api/index.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { useText } from '../../ui/use-text.js';
import { useGroupedInstitutions } from '../directory/choices.js';
import { DropZone } from './drop-zone.js';

const kinds = ['people', 'members'] as const satisfies readonly ImportKind[];

/** What the file holds, for whom it is, and the file itself. */
export function HandIn() {
  const { t } = useText();
  const [search, setSearch] = useSearchParams();
  const choices = useGroupedInstitutions();
  const [kind, setKind] = useState<ImportKind>(search.get('kind') === 'members' ? 'members' : 'people');
  const [chosen, setChosen] = useState(search.get('institution'));
  const all = choices.flatMap(({ items }) => items);
  const institutionId = chosen ?? (all.length === 1 ? (all[0]?.value ?? null) : null);
  const start = useAction(endpoints.startImport);
  const send = (file: File) => {
    if (institutionId === null) return;
    start.mutate(
      { query: { kind, institutionId }, file },
      { onSuccess: ({ id }) => setSearch({ import: id }) },
    );
  };
  return (
    <Stack gap="xl" maw="48rem">
      <Radio.Group
        label={t('import.what')}
        value={kind}
        onChange={(value) => setKind(value === 'members' ? 'members' : 'people')}
      >
        <SimpleGrid cols={{ base: 1, xs: 2 }} mt="xs">
          {kinds.map((value) => (
            <Radio
              key={value}
              value={value}
              label={t(`import.kinds.${value}`)}
              description={t(`import.kind-hints.${value}`)}
            />
          ))}
        </SimpleGrid>
      </Radio.Group>
      <Select
        required
        searchable
        label={t('import.for')}
        description={t(`import.for-hints.${kind}`)}
        data={choices}
        value={institutionId}
        onChange={setChosen}
        nothingFoundMessage={t('console.form.nothing-found')}
      />
      <DropZone disabled={institutionId === null} busy={start.isPending} onFile={send} />
      {start.isPending && (
        <Text aria-live="polite">{t('import.sending', { name: start.variables.file?.name ?? '' })}</Text>
      )}
      <ProblemAlert error={start.error} />
    </Stack>
  );
}
