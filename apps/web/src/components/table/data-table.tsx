/* oxlint-disable jsx-a11y/no-redundant-roles, jsx-a11y/no-interactive-element-to-noninteractive-role -- on a phone the parts are not laid out as a table, and browsers differ in whether they then keep their roles */
import type { ReactNode } from 'react';
import { classNames } from '../class-names.js';
import { Skeleton } from '../feedback/skeleton.js';
import styles from './data-table.module.css';

export type Column<Row> = {
  key: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /** Short values that would be hard to read in two lines: dates, kinds. */
  isOneLine?: boolean;
  /** The buttons of a row: without a heading of their own on a phone. */
  isActions?: boolean;
};

type DataTableProps<Row> = {
  /** Read to a screen reader as the table's name. */
  caption: string;
  /** The first one names the row. */
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** The rows are those of the filters before: dimmed until the new ones are there. */
  isStale?: boolean;
};

/**
 * A table that becomes a list of cards where it has little room, as on a phone. The roles are written out because a cell that is no longer laid out
 * as a cell may otherwise stop being one for a screen reader.
 */
export function DataTable<Row>({ caption, columns, rows, rowKey, isStale = false }: DataTableProps<Row>) {
  return (
    <div className={styles['frame']}>
      <table
        role="table"
        className={styles['table']}
        data-stale={isStale || undefined}
        aria-busy={isStale || undefined}
      >
        <caption className="visually-hidden">{caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map(({ key, header }) => (
              <th key={key} role="columnheader" scope="col">
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => (
            <tr key={rowKey(row)} role="row">
              {columns.map((column, index) => (
                <TableCell key={column.key} column={column} row={row} isHead={index === 0} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

type TableCellProps<Row> = { column: Column<Row>; row: Row; isHead: boolean };

function TableCell<Row>({ column, row, isHead }: TableCellProps<Row>) {
  const { header, cell, isOneLine, isActions } = column;
  if (isHead) {
    return (
      <th role="rowheader" scope="row" className={classNames(styles['head'], isOneLine && styles['oneLine'])}>
        {cell(row)}
      </th>
    );
  }
  return (
    <td role="cell" className={classNames(isActions && styles['actions'], isOneLine && styles['oneLine'])}>
      {!isActions && (
        <span className={styles['label']} aria-hidden="true">
          {header}
        </span>
      )}
      <div className={styles['value']}>{cell(row)}</div>
    </td>
  );
}

/** The shape of a table whose rows are still loading. */
export const TableSkeleton = ({ rows = 8 }: { rows?: number }) => (
  <div className={styles['skeleton']}>
    {Array.from({ length: rows }, (_, index) => (
      <div key={index} className={styles['skeletonRow']}>
        <Skeleton width="70%" />
        <Skeleton width="55%" />
        <Skeleton width="40%" />
      </div>
    ))}
  </div>
);
