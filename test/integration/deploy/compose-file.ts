import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { project } from '../../support/project-copy.js';

export interface ComposeService {
  readonly image: string;
  readonly build?: { readonly context: string; readonly dockerfile: string };
  readonly environment?: Readonly<Record<string, string>>;
  readonly command?: readonly string[];
  readonly ports?: readonly string[];
  readonly volumes?: readonly string[];
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly healthcheck?: { readonly test?: readonly string[]; readonly disable?: boolean };
}

export interface ComposeFile {
  readonly services: Readonly<Record<string, ComposeService>>;
  readonly volumes: Readonly<Record<string, unknown>>;
}

type Variables = Readonly<Record<string, string>>;

// `${NAME}`, `${NAME:-default}` or `${NAME:?what is wrong}`: what our file uses of compose's forms.
const VARIABLE = /\$\{(\w+)(?::([-?])([^}]*))?\}/g;

/** docker-compose.yml as compose reads it where these variables are set. Throws where compose would refuse. */
export function readCompose(variables: Variables = {}): ComposeFile {
  const file = parse(readFileSync(join(project, 'docker-compose.yml'), 'utf8')) as unknown;
  return interpolate(file, variables) as ComposeFile;
}

function interpolate(node: unknown, variables: Variables): unknown {
  if (typeof node === 'string') return fill(node, variables);
  if (Array.isArray(node)) return node.map((item) => interpolate(item, variables));
  if (node === null || typeof node !== 'object') return node;
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, interpolate(value, variables)]));
}

function fill(text: string, variables: Variables): string {
  return text.replaceAll(VARIABLE, (_, name: string, kind: string | undefined, word = '') => {
    const value = variables[name] ?? '';
    if (value !== '' || kind === undefined) return value;
    if (kind === '?') throw new Error(`required variable ${name} is missing a value: ${word}`);
    return String(word);
  });
}
