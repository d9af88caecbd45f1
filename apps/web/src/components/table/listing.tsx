import type { UseQueryResult } from '@tanstack/react-query';
import type { Page } from '@virtualcafe/contracts';
import type { ReactNode } from 'react';
import { LoadingNote } from '../feedback/skeleton.js';
import { ErrorPanel } from '../feedback/state-panel.js';
import { Pagination } from '../navigation/pagination.js';

type ListingProps<Row> = {
  query: UseQueryResult<Page<Row>>;
  skeleton: ReactNode;
  /** In place of the rows when there are none. */
  empty: ReactNode;
  /** How many there are, in words; read out when it changes. */
  summary: (page: Page<Row>) => string;
  linkToPage: (page: number) => string;
  children: (rows: readonly Row[], isStale: boolean) => ReactNode;
};

/** One page of a list with its states: loading, failed, empty, filled, and the pages beside it. */
export function Listing<Row>({ query, skeleton, empty, summary, linkToPage, children }: ListingProps<Row>) {
  const { data, error, isPlaceholderData, refetch } = query;
  if (data === undefined) {
    if (error !== null) return <ErrorPanel error={error} onRetry={() => void refetch()} />;
    return (
      <>
        <LoadingNote />
        {skeleton}
      </>
    );
  }
  return (
    <>
      {error !== null && <ErrorPanel error={error} onRetry={() => void refetch()} />}
      <output className="visually-hidden">{summary(data)}</output>
      {data.items.length === 0 ? empty : children(data.items, isPlaceholderData)}
      <Pagination page={data.page} pageCount={Math.ceil(data.total / data.pageSize)} linkTo={linkToPage} />
    </>
  );
}
