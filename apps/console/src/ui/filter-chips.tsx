import { Link, useSearchParams } from 'react-router';
import styles from './filter-chips.module.css';
import { searchWith } from './search-with.js';

interface FilterChipsProps {
  /** The parameter of the address that holds the choice. */
  readonly name: string;
  readonly label: string;
  /** What can be chosen; null is the choice without the parameter. */
  readonly choices: readonly { readonly value: string | null; readonly label: string }[];
  readonly look?: 'chips' | 'tabs';
}

/** A filter kept in the address: each choice is a link, so that it can be bookmarked and sent. */
export function FilterChips({ name, label, choices, look = 'chips' }: FilterChipsProps) {
  const [search] = useSearchParams();
  const chosen = search.get(name);
  return (
    <nav aria-label={label}>
      <ul className={look === 'tabs' ? styles.tabs : styles.chips}>
        {choices.map((choice) => (
          <li key={choice.value ?? ''}>
            <Link
              to={{ search: searchWith(search, name, choice.value) }}
              replace
              preventScrollReset
              aria-current={choice.value === chosen ? 'true' : undefined}
            >
              {choice.label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
