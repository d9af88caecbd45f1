import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** A part of the configuration: the environment variables of one module, validated by one schema. */
export interface ConfigSection<Name extends string = string, Schema extends z.ZodObject = z.ZodObject> {
  readonly name: Name;
  readonly schema: Schema;
  /** The injection token of the parsed section. */
  readonly token: symbol;
}

export type ConfigOf<Section extends ConfigSection> = z.infer<Section['schema']>;

/** Declares a section. Keys of `schema` are the environment variables' names; each carries `.describe()`. */
export function defineConfigSection<const Name extends string, Schema extends z.ZodObject>(
  name: Name,
  schema: Schema,
): ConfigSection<Name, Schema> {
  return { name, schema, token: Symbol(`config:${name}`) };
}

/** Every fault of the environment at once, one line each. */
export class ConfigError extends Error {
  constructor(readonly faults: readonly string[]) {
    super(
      `The configuration has ${faults.length === 1 ? 'a fault' : `${faults.length} faults`}:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`,
    );
    this.name = 'ConfigError';
  }
}

export type ParsedConfig = ReadonlyMap<symbol, unknown>;

/**
 * Parses all sections. A variable may come from a file instead (`NAME_FILE`, as Docker secrets do).
 * @throws ConfigError naming every variable that is wrong.
 */
export function parseConfig(sections: readonly ConfigSection[], environment: NodeJS.ProcessEnv): ParsedConfig {
  const faults: string[] = [];
  const parsed = new Map<symbol, unknown>();
  for (const section of sections) {
    const values = readVariables(Object.keys(section.schema.shape), environment, faults);
    const result = section.schema.safeParse(values);
    if (result.success) parsed.set(section.token, result.data);
    else
      faults.push(...result.error.issues.map((issue) => `${issue.path.join('.') || section.name}: ${issue.message}`));
  }
  if (faults.length > 0) throw new ConfigError(faults);
  return parsed;
}

/** The parsed values of one section, where dependency injection is not at hand. */
export function sectionOf<Section extends ConfigSection>(config: ParsedConfig, section: Section): ConfigOf<Section> {
  const values = config.get(section.token);
  if (values === undefined) throw new Error(`Configuration section "${section.name}" was not parsed`);
  return values as ConfigOf<Section>;
}

function readVariables(
  names: readonly string[],
  environment: NodeJS.ProcessEnv,
  faults: string[],
): Record<string, string> {
  const values: Record<string, string> = {};
  for (const name of names) {
    // An empty variable counts as unset: that is what compose files pass for what nobody set.
    const direct = environment[name] || undefined;
    const file = environment[`${name}_FILE`] || undefined;
    if (direct !== undefined && file !== undefined)
      faults.push(`${name}: set either ${name} or ${name}_FILE, not both`);
    const value = direct ?? (file === undefined ? undefined : readSecretFile(name, file, faults));
    if (value !== undefined) values[name] = value;
  }
  return values;
}

function readSecretFile(name: string, file: string, faults: string[]): string | undefined {
  try {
    return readFileSync(file, 'utf8').trimEnd();
  } catch (error) {
    faults.push(`${name}_FILE: cannot read ${file} (${(error as NodeJS.ErrnoException).code ?? 'unknown error'})`);
    return undefined;
  }
}
