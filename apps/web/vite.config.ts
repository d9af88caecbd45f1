import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig } from 'vite';
import { precompress } from './precompress.js';

const apiOrigin = process.env['API_ORIGIN'] ?? 'http://localhost:4000';
const toApi = { target: apiOrigin, ws: true };

export default defineConfig({
  plugins: [react(), precompress()],
  // "source" takes @virtualcafe/contracts from its TypeScript sources: no build step between the two while developing.
  resolve: { conditions: ['source', ...defaultClientConditions] },
  server: { proxy: { '/api': toApi, '/media': toApi, '/socket.io': toApi } },
  build: {
    // The content security policy allows fonts and scripts only from our own address, so nothing may become a data: URL.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        // What every page needs, in two files instead of twenty: the libraries, which change seldom, and our own frame.
        codeSplitting: {
          groups: [
            {
              name: 'libraries',
              test: /node_modules\/(react|react-dom|scheduler|react-router|i18next|react-i18next|@tanstack|openapi-fetch|use-sync-external-store)\//,
            },
            {
              name: 'frame',
              test: /src\/(components\/(brand|button|feedback|navigation|overlay|class-names)|lib\/(api|navigation|preferences|session))/,
            },
          ],
        },
      },
    },
  },
});
