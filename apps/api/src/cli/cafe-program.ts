import { type INestApplicationContext } from '@nestjs/common';
import { apiScopes, createApiKeyRequest, id, signupRequest, userType, userTypes } from '@virtualcafe/contracts';
import { Command, CommanderError, Option } from 'commander';
import type { z } from 'zod';
import type { SystemActor } from '../access/actor.js';
import { ApiKeysService } from '../modules/api-keys/api-keys.service.js';
import { UserAccountsService } from '../modules/users/user-accounts.service.js';
import { UsersService } from '../modules/users/users.service.js';
import { parseExpiry } from './api-key-expiry.js';
import { inCommandContext } from './command-context.js';
import { CommandError, explainError } from './command-error.js';
import { type CommandStreams, readNewPassword } from './command-streams.js';

const actor: SystemActor = { kind: 'system', name: 'cafe' };

interface AdminOptions {
  readonly loginId: string;
  readonly email: string;
  readonly nickname: string;
}

interface ApiKeyOptions {
  readonly name: string;
  readonly scope: string[];
  readonly cafe?: string[];
  readonly expires?: string;
}

/** Runs one command of `npm run cafe -- …`; answers the exit code. */
export async function runCafe(
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
  streams: CommandStreams,
): Promise<number> {
  try {
    await createProgram(environment, streams).parseAsync(args, { from: 'user' });
    return 0;
  } catch (error) {
    // Commander has said what was wrong with the words already.
    if (error instanceof CommanderError) return error.exitCode;
    streams.errors.write(`${explainError(error) ?? describeFault(error)}\n`);
    return 1;
  }
}

function createProgram(environment: NodeJS.ProcessEnv, streams: CommandStreams): Command {
  const withServices = <T>(work: (context: INestApplicationContext) => Promise<T>): Promise<T> =>
    inCommandContext(environment, work);
  const print = (line: string): void => void streams.output.write(`${line}\n`);
  const remark = (line: string): void => void streams.errors.write(`${line}\n`);

  const program = new Command('cafe')
    .description('Administers a VirtualCafe from the terminal; DATABASE_URL says which')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => void streams.output.write(text),
      writeErr: (text) => void streams.errors.write(text),
    });

  const setStanding = (loginId: string, changes: Parameters<UsersService['updateByLoginId']>[2]): Promise<void> =>
    withServices(async (context) => {
      const user = await context.get(UsersService).updateByLoginId(actor, loginId, changes);
      print(`${user.loginId ?? loginId} is ${user.userType} and ${user.isDisabled ? 'disabled' : 'enabled'}.`);
    });

  program
    .command('admin:create')
    .description('make an administrator; the password is asked for, or read from what is piped in')
    .requiredOption('--login-id <loginId>', 'what they log in with')
    .requiredOption('--email <address>', 'their e-mail address')
    .requiredOption('--nickname <nickname>', 'what others call them')
    .action(async (options: AdminOptions) => {
      const password = await readNewPassword(streams);
      const request = parsed(signupRequest, { ...options, password });
      await withServices(async (context) => {
        const accounts = context.get(UserAccountsService);
        const user = await accounts.createLocalUser(actor, { ...request, userType: 'ADMIN' });
        print(`Made the administrator ${request.loginId} (${user.id}).`);
      });
    });

  program
    .command('user:disable')
    .description('lock a user out and end their sessions')
    .argument('<loginId>')
    .action((loginId: string) => setStanding(loginId, { isDisabled: true }));

  program
    .command('user:enable')
    .description('let a disabled user in again')
    .argument('<loginId>')
    .action((loginId: string) => setStanding(loginId, { isDisabled: false }));

  program
    .command('user:set-type')
    .description('give a user another type')
    .argument('<loginId>')
    .argument('<type>', userTypes.join(', '))
    .action((loginId: string, type: string) => setStanding(loginId, { userType: parsed(userType, type) }));

  program
    .command('api-key:create')
    .description('make an API key and print it, this once')
    .requiredOption('--name <name>', 'whose it is')
    .addOption(new Option('--scope <scope...>', 'what it may do').choices(apiScopes).makeOptionMandatory())
    .option('--cafe <id...>', 'the cafés it is limited to; all without this')
    .option('--expires <when>', 'the last day it is good (2030-12-31, in Korea), or a moment (2030-12-31T15:00:00Z)')
    .action(async ({ name, scope, cafe = [], expires }: ApiKeyOptions) => {
      const expiresAt = expires === undefined ? null : (parseExpiry(expires)?.toISOString() ?? expires);
      const request = parsed(createApiKeyRequest, { name, scopes: scope, cafeIds: cafe, expiresAt });
      await withServices(async (context) => {
        const created = await context.get(ApiKeysService).create(actor, request);
        print(created.key);
        remark(`Key ${created.id}. Keep it now: it is not shown again. Send it as X-API-Key.`);
      });
    });

  program
    .command('api-key:revoke')
    .description('end an API key')
    .argument('<id>', 'its id')
    .action(async (keyId: string) => {
      const apiKeyId = parsed(id, keyId);
      await withServices((context) => context.get(ApiKeysService).revoke(actor, apiKeyId));
      print(`Revoked ${apiKeyId}.`);
    });

  return program;
}

/** @throws CommandError naming what is wrong, in one line. */
function parsed<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const { success, data, error } = schema.safeParse(value);
  if (success) return data;
  const faults = error.issues.map(
    ({ path, message }) => `${path[0] === undefined ? '' : `${String(path[0])}: `}${message}`,
  );
  throw new CommandError(faults.join('; '));
}

const describeFault = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error);
