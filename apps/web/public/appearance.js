// Runs before the first paint, so that a kept theme or language never flashes the other one. A file of its own because
// the content security policy allows no inline script. The keys are those of src/lib/preferences.
(() => {
  try {
    const theme = localStorage.getItem('vc.theme');
    if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
    const language = localStorage.getItem('vc.language');
    if (language === 'ko' || language === 'en') document.documentElement.lang = language;
  } catch {
    // Storage can be forbidden by the browser: the system's theme and language stand.
  }
})();
