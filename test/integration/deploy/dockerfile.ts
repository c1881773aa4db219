import { readFileSync } from 'node:fs';

export interface Instruction {
  readonly name: string;
  /** Flags such as `--from=build`, by name. */
  readonly flags: Readonly<Record<string, string>>;
  /** The words after the flags; of a JSON array, its items. */
  readonly words: readonly string[];
}

export interface Stage {
  readonly image: string;
  readonly name: string | undefined;
  readonly instructions: readonly Instruction[];
}

/** The stages of a Dockerfile that uses neither here-documents nor variables nor parser directives. */
export function readDockerfile(path: string): readonly Stage[] {
  const lines = readFileSync(path, 'utf8')
    .replaceAll(/^\s*#.*\n/gm, '')
    .replaceAll(/\\\n\s*/g, '')
    .split('\n')
    .filter((line) => line.trim() !== '');
  const stages: { image: string; name: string | undefined; instructions: Instruction[] }[] = [];
  for (const instruction of lines.map(readInstruction)) {
    const [image = '', , name] = instruction.words;
    if (instruction.name === 'FROM') stages.push({ image, name, instructions: [] });
    else stages.at(-1)?.instructions.push(instruction);
  }
  return stages;
}

function readInstruction(line: string): Instruction {
  const [, name = '', rest = ''] = /^(\S+)\s+(.*)$/.exec(line) ?? [];
  const [, given = '', text = ''] = /^((?:--\S+\s+)*)(.*)$/.exec(rest) ?? [];
  const flags = given
    .split(/\s+/)
    .filter(Boolean)
    .map((flag): [string, string] => {
      const [flagName = '', value = ''] = flag.slice(2).split('=');
      return [flagName, value];
    });
  return { name: name.toUpperCase(), flags: Object.fromEntries(flags), words: wordsOf(text) };
}

function wordsOf(text: string): readonly string[] {
  const array = text.indexOf('[');
  if (array === -1) return text.split(/\s+/);
  return [
    ...text.slice(0, array).split(/\s+/).filter(Boolean),
    ...(JSON.parse(text.slice(array)) as string[]),
  ];
}
