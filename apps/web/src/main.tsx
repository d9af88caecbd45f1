import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.js';
import { startI18n } from './i18n/setup.js';
import { session } from './lib/session/session.js';
import './lib/form/interpreted-schemas.js';
import './styles/global.css';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');

// Not awaited: hundreds of font pieces are declared there, and text is readable in the system's fonts until they come.
void import('./styles/fonts.css');
// Not awaited: public pages do not wait to learn whether somebody is signed in.
void session.restore();
await startI18n();

createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
