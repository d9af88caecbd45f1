import { useQuery } from '@tanstack/react-query';
import { managedCafeListQuery } from '../../../../lib/queries/managed-cafes.js';

const mostCafes = 100;

export type CafeChoice = { readonly value: string; readonly label: string; readonly code: string };

/** The cafés that a room can be of, by id. */
export function useCafeChoices(): { cafes: readonly CafeChoice[]; isPending: boolean } {
  const { data, isPending } = useQuery(managedCafeListQuery({ page: 1, pageSize: mostCafes }));
  const cafes = (data?.items ?? []).map(({ id, name, code }) => ({ value: id, label: name, code }));
  return { cafes, isPending };
}
