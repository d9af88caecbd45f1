import { runCafe } from './cafe-program.js';

const { stdin: input, stdout: output, stderr: errors } = process;
process.exitCode = await runCafe(process.argv.slice(2), process.env, { input, output, errors });
