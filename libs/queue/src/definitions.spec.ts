import {
  defineDueWork,
  defineFact,
  defineJob,
  defineQueue,
  defineRecurringWork,
  definitions,
} from './definitions.js';

describe('definitions', () => {
  it('know what was defined, with its defaults', () => {
    const queue = defineQueue('spec');
    const job = defineJob<{ id: string }>('spec.job', { queue });
    const work = defineDueWork<{ id: string }>('spec.work');
    const recurring = defineRecurringWork('spec.recurring', { everyHours: 24 });
    expect(job).toEqual({
      name: 'spec.job',
      queue: { name: 'spec', concurrency: 4 },
      attempts: 5,
      backoffMs: 1000,
    });
    expect([...definitions.jobs.values()]).toEqual([job]);
    expect([...definitions.dueWork.values()]).toEqual([work, recurring]);
  });

  it('refuse a name that is taken', () => {
    defineFact<{ id: string }>('SpecHappened');
    expect(() => defineFact<{ id: string }>('SpecHappened')).toThrow('"SpecHappened" is defined twice');
  });
});
