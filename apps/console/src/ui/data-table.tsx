import type { ReactNode } from 'react';
import { Link } from 'react-router';
import styles from './data-table.module.css';

interface DataTableProps {
  /** What the table lists, for those who do not see it. */
  readonly label: string;
  /** The heads, in order; an empty one for actions. */
  readonly columns: readonly string[];
  readonly children: ReactNode;
}

/** A list with a head that stays in sight; on small screens each row becomes a card. */
export function DataTable({ label, columns, children }: DataTableProps) {
  return (
    <table className={styles.table}>
      <caption className={styles.caption}>{label}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
}

interface CellProps {
  /** The column's head, shown beside the value on small screens. */
  readonly head?: string;
  readonly numeric?: boolean;
  readonly children?: ReactNode;
}

export function Cell({ head, numeric = false, children }: CellProps) {
  return (
    <td data-head={head} className={numeric ? styles.numeric : undefined}>
      {children}
    </td>
  );
}

interface RowLinkProps {
  readonly to: string;
  readonly lang?: string | undefined;
  readonly children: ReactNode;
}

/** The link of a row; its hit area is the whole row. */
export function RowLink({ to, lang, children }: RowLinkProps) {
  return (
    <Link to={to} lang={lang} className={styles.link}>
      {children}
    </Link>
  );
}
