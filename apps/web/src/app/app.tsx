import { QueryClientProvider } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { RouterProvider } from 'react-router/dom';
import { createQueryClient } from '../lib/query-client.js';
import { session } from '../lib/session/session.js';
import { router } from './router.js';

/** The whole application with its providers. */
export function App() {
  const [queryClient] = useState(createQueryClient);

  // What one person was shown must not be shown to the next one on this device.
  useEffect(() => {
    let shownTo = session.getState().account?.id;
    return session.subscribe(() => {
      const now = session.getState().account?.id;
      if (shownTo !== undefined && shownTo !== now) queryClient.clear();
      shownTo = now;
    });
  }, [queryClient]);

  return (
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  );
}
