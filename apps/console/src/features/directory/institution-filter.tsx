import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { endpoints } from '#contracts';
import { asking, useApi } from '../../api/index.js';
import { pickLocal } from '../../ui/local-text.js';
import { searchWith } from '../../ui/search-with.js';
import { useText } from '../../ui/use-text.js';

const NAME = 'institution';
const PAUSE_MS = 150;
const LEAST = 2;

/** Narrows a list to one institution, kept in the address; what is typed is looked for on the server. */
export function InstitutionFilter() {
  const { t } = useText();
  const [search, setSearch] = useSearchParams();
  const [typed, setTyped] = useState('');
  const kept = search.get(NAME);
  const choices = useChoices(typed, kept);
  return (
    <Select
      size="xs"
      searchable
      clearable
      aria-label={t('directory.filter.institution')}
      placeholder={t('directory.filter.institution')}
      clearButtonProps={{ 'aria-label': t('directory.clear') }}
      nothingFoundMessage={t('console.form.nothing-found')}
      data={choices}
      filter={({ options }) => options}
      value={kept}
      onChange={(id) => setSearch(searchWith(search, NAME, id), { replace: true, preventScrollReset: true })}
      searchValue={typed}
      onSearchChange={setTyped}
    />
  );
}

interface Choice {
  readonly value: string;
  readonly label: string;
}

function useChoices(typed: string, kept: string | null): Choice[] {
  const { language } = useText();
  const [asked] = useDebouncedValue(typed.trim(), PAUSE_MS);
  const first = useApi(endpoints.listInstitutions, { query: { limit: 20 } });
  const found = useQuery({
    ...asking(endpoints.search, { query: { q: asked } }),
    enabled: asked.length >= LEAST,
    placeholderData: keepPreviousData,
  });
  const known = useQuery({
    ...asking(endpoints.getInstitution, { params: { id: kept ?? '' } }),
    enabled: kept !== null,
  });
  const toChoice = ({ id, name }: { readonly id: string; readonly name: { de?: string; en?: string } }) => ({
    value: id,
    label: pickLocal(name, language).text,
  });
  const chosen = known.data === undefined || kept === null ? [] : [toChoice(known.data)];
  const isSearching = typed.trim().length >= LEAST && chosen[0]?.label !== typed.trim();
  const offered = (isSearching ? found.data?.institutions : first.data?.items) ?? [];
  const choices = offered.map((institution) => toChoice(institution));
  return [...choices, ...chosen.filter(({ value }) => !choices.some((choice) => choice.value === value))];
}
