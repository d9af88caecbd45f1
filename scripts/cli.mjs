// @ts-check
// `npm run db` and `npm run cafe`: builds what is stale, then runs that command of the API on the database of `npm start`,
// whether that runs or not, or on the one that DATABASE_URL names. Usage: node cli.mjs db|cafe ARGUMENTS
import { commandLine } from './src/boot/boot.mjs';

await commandLine(process.argv.slice(2));
