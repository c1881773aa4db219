import { invitationTransitions, registrationTransitions } from '#participation';
import { table, writtenPart } from '../../support/written-document.js';

interface Step {
  readonly from: readonly string[];
  readonly by: string;
  readonly to: readonly string[];
}

const registration: readonly Step[] = registrationTransitions;
const invitation: readonly Step[] = invitationTransitions.map((step) => ({ ...step, to: [step.to] }));

describe('docs/participation.md (WRITE_DOCS=1 writes it)', () => {
  it.each([
    ['invitation', invitation],
    ['registration', registration],
  ])('draws each change of every %s', async (name, steps) => {
    const { stands, should } = await writtenPart('docs/participation.md', name, drawn(steps));
    expect(stands).toBe(should);
  });
});

/** A diagram of the states, and the table it is made from. */
function drawn(steps: readonly Step[]): string {
  const arrows = new Map<string, string[]>();
  for (const { from, by, to } of steps) {
    for (const [start, end] of from.flatMap((one) => to.map((other) => [one, other] as const))) {
      // What stays as it is would hide what does not.
      if (start === end) continue;
      const arrow = `${nameOf(start)} --> ${nameOf(end)}`;
      arrows.set(arrow, [...new Set([...(arrows.get(arrow) ?? []), by])]);
    }
  }
  const diagram = [...arrows].map(([arrow, causes]) => `  ${arrow} : ${causes.join(', ')}`);
  const rows = steps.map(({ from, by, to }) => [from.map(code).join(' '), code(by), to.map(code).join(' ')]);
  return ['```mermaid', 'stateDiagram-v2', ...diagram, '```', '', table(['from', 'by', 'to'], rows)].join(
    '\n',
  );
}

function nameOf(state: string): string {
  return state === 'none' ? '[*]' : state;
}

function code(word: string): string {
  return `\`${word}\``;
}
