import { TextInput } from '@mantine/core';
import type { SyntheticEvent } from 'react';
import { useSearchParams } from 'react-router';
import { searchWith } from './search-with.js';

interface FilterTextProps {
  /** The parameter of the address that holds the words. */
  readonly name: string;
  readonly label: string;
}

/** A filter by words, kept in the address once the field is left or Enter is pressed. */
export function FilterText({ name, label }: FilterTextProps) {
  const [search, setSearch] = useSearchParams();
  const kept = search.get(name) ?? '';
  const keep = (words: string) => {
    if (words === kept) return;
    setSearch(searchWith(search, name, words), { replace: true, preventScrollReset: true });
  };
  const onSubmit = (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault();
    keep(String(new FormData(event.currentTarget).get(name) ?? '').trim());
  };
  return (
    <form onSubmit={onSubmit}>
      <TextInput
        key={kept}
        size="xs"
        name={name}
        aria-label={label}
        placeholder={label}
        maxLength={200}
        defaultValue={kept}
        onBlur={(event) => keep(event.currentTarget.value.trim())}
      />
    </form>
  );
}
