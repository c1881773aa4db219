import { MultiSelect, Select, Text, type MultiSelectProps, type SelectProps } from '@mantine/core';
import { useState } from 'react';
import { useText } from '../../ui/use-text.js';
import { usePersonSearch, type PersonChoice } from './person-search.js';

interface Leaving {
  /** Who is not to be chosen. */
  readonly without?: ReadonlySet<string>;
}

const nobody: ReadonlySet<string> = new Set();

type OnePersonProps = Omit<SelectProps, 'data' | 'searchable' | 'searchValue' | 'onSearchChange'> & Leaving;

/** Chooses one person; what is typed is looked for on the server. */
export function PersonSelect({ value, without = nobody, ...rest }: OnePersonProps) {
  const { t } = useText();
  const [typed, setTyped] = useState('');
  const id = typeof value === 'string' && value !== '' ? value : null;
  const choices = usePersonSearch({ typed, chosen: id === null ? [] : [id] });
  return (
    <Select
      {...rest}
      searchable
      value={id}
      data={choices.filter((choice) => !without.has(choice.value))}
      filter={({ options }) => options}
      searchValue={typed}
      onSearchChange={setTyped}
      renderOption={({ option }) => <PersonOption {...of(choices, option.value)} />}
      nothingFoundMessage={t('console.form.nothing-found')}
    />
  );
}

type SeveralPeopleProps = Omit<MultiSelectProps, 'data' | 'searchable' | 'searchValue' | 'onSearchChange'>;

/** Chooses several people; what is typed is looked for on the server. */
export function PeopleSelect({ value = [], ...rest }: SeveralPeopleProps) {
  const { t } = useText();
  const [typed, setTyped] = useState('');
  const choices = usePersonSearch({ typed, chosen: value });
  return (
    <MultiSelect
      {...rest}
      searchable
      value={value}
      data={choices}
      filter={({ options }) => options}
      searchValue={typed}
      onSearchChange={setTyped}
      renderOption={({ option }) => <PersonOption {...of(choices, option.value)} />}
      nothingFoundMessage={t('console.form.nothing-found')}
    />
  );
}

function of(choices: readonly PersonChoice[], value: string): Pick<PersonChoice, 'label' | 'detail'> {
  return choices.find((choice) => choice.value === value) ?? { label: '', detail: '' };
}

function PersonOption({ label, detail }: Pick<PersonChoice, 'label' | 'detail'>) {
  return (
    <span>
      {label}
      {detail !== '' && (
        <Text size="sm" c="dimmed">
          {detail}
        </Text>
      )}
    </span>
  );
}
