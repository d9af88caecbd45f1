// @ts-check
// `npm start` and, with --dev, `npm run dev`. Runs before anything is installed and on any Node: this file keeps to what
// old ones understand and imports nothing until the version is known to do.

const [major, minor] = process.versions.node.split('.').map(Number);
// The same as "engines" in package.json.
const isSupported =
  major !== undefined &&
  minor !== undefined &&
  ((major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major >= 24);

if (isSupported) {
  void import('./src/boot/boot.mjs').then(({ dev, start }) => (process.argv.includes('--dev') ? dev() : start()));
} else {
  console.error(
    `VirtualCafe needs Node 20.19 or newer (of 22: 22.12 or newer; 21 and 23 do not do); this is Node ${process.versions.node}. Get one from https://nodejs.org/`,
  );
  process.exitCode = 1;
}
