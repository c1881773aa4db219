import { NavLink } from 'react-router';
import styles from './tab-links.module.css';

interface TabLinksProps {
  readonly label: string;
  readonly tabs: readonly { readonly to: string; readonly label: string; readonly end?: boolean }[];
}

/** The parts of a page, each with an address of its own. */
export function TabLinks({ label, tabs }: TabLinksProps) {
  return (
    <nav aria-label={label} className={styles.tabs}>
      {tabs.map((tab) => (
        <NavLink key={tab.to} to={tab.to} end={tab.end ?? false} className={styles.tab}>
          {tab.label}
        </NavLink>
      ))}
    </nav>
  );
}
