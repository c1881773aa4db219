import { getMetadataArgsStorage } from 'typeorm';
import { isErrorCode } from '#i18n';
import { CONSTRAINT_REFUSALS } from './constraint-refusals.js';
import { directoryEntities } from './entities.js';

describe('the refusals of broken constraints', () => {
  it('have texts', () => {
    const codes: string[] = Object.values(CONSTRAINT_REFUSALS);
    expect(codes.filter((code) => !isErrorCode(code))).toEqual([]);
  });

  it('stand for constraints that the tables have', () => {
    const { checks, exclusions, uniques, columns, foreignKeys } = getMetadataArgsStorage();
    const ours = new Set<unknown>(directoryEntities);
    const declared = [...checks, ...exclusions, ...uniques, ...foreignKeys]
      .filter(({ target }) => ours.has(target))
      .map(({ name }) => name);
    const keys = columns.map(({ options }) => options.primaryKeyConstraintName);
    const known = new Set([...declared, ...keys]);
    expect(Object.keys(CONSTRAINT_REFUSALS).filter((name) => !known.has(name))).toEqual([]);
  });
});
