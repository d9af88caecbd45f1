import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig } from 'vite';

const apiOrigin = process.env['API_ORIGIN'] ?? 'http://localhost:4000';
const toApi = { target: apiOrigin, ws: true };

export default defineConfig({
  plugins: [react()],
  // "source" takes @virtualcafe/contracts from its TypeScript sources: no build step between the two while developing.
  resolve: { conditions: ['source', ...defaultClientConditions] },
  server: { proxy: { '/api': toApi, '/media': toApi, '/socket.io': toApi } },
  build: {
    // The content security policy allows fonts and scripts only from our own address, so nothing may become a data: URL.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
});
