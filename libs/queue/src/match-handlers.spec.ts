import { Temporal } from '#kernel';
import type { Definitions } from './definitions.js';
import { HandlesDueWork, HandlesJob, SubscribesTo } from './handlers.js';
import type { DeliveredFact } from './handlers.js';
import { matchHandlers } from './match-handlers.js';

const queue = { name: 'spec', concurrency: 1 };
const job = { name: 'spec.job', queue, attempts: 1, backoffMs: 0 };
const work = { kind: 'spec.work', leaseSeconds: 60, rowsPerJob: 20 };
const fact = { type: 'SomethingHappened' };
const definitions: Definitions = {
  queues: new Map([[queue.name, queue]]),
  jobs: new Map([[job.name, job]]),
  dueWork: new Map([[work.kind, work]]),
};

@HandlesJob(job)
class JobDoer {
  async handle(): Promise<void> {}
}

@HandlesDueWork(work)
class WorkDoer {
  async handle(): Promise<void> {}
}

@SubscribesTo(fact, 'spec.first')
class First {
  readonly heard: unknown[] = [];
  async handle(delivered: DeliveredFact<unknown>): Promise<void> {
    this.heard.push(delivered);
  }
}

@SubscribesTo(fact, 'spec.second')
class Second extends First {}

describe('matchHandlers', () => {
  it('finds the one handler of every job and every kind of work', () => {
    const [jobDoer, workDoer] = [new JobDoer(), new WorkDoer()];
    const handlers = matchHandlers(definitions, [jobDoer, workDoer, {}]);
    expect(handlers.jobs).toEqual(new Map([['spec.job', jobDoer]]));
    expect(handlers.work).toEqual(new Map([['spec.work', { definition: work, handler: workDoer }]]));
  });

  it('makes the delivery to every subscriber of a fact a kind of work', async () => {
    const [first, second] = [new First(), new Second()];
    const { work, deliveries } = matchHandlers(definitions, [new JobDoer(), new WorkDoer(), first, second]);
    expect(deliveries).toEqual(new Map([['SomethingHappened', ['fact.spec.first', 'fact.spec.second']]]));
    await work.get('fact.spec.second')?.handler.handle({
      subjectId: 'f1',
      payload: { payload: { guestId: 'g1' }, occurredAt: '2026-03-02T09:00:00Z' },
      dueAt: Temporal.Instant.from('2026-03-02T09:00:01Z'),
      attempt: 1,
    });
    const occurredAt = Temporal.Instant.from('2026-03-02T09:00:00Z');
    expect(first.heard).toEqual([]);
    expect(second.heard).toEqual([{ id: 'f1', payload: { guestId: 'g1' }, occurredAt }]);
  });

  it('names everything that has no handler, two, or a name twice, all at once', () => {
    const providers = [new WorkDoer(), new WorkDoer(), new First(), new First()];
    expect(() => matchHandlers(definitions, providers)).toThrow(
      'the job "spec.job" has no handler: decorate one provider of a loaded module with @HandlesJob; ' +
        'the due work "spec.work" has 2 handlers (WorkDoer, WorkDoer): ' +
        'decorate one provider of a loaded module with @HandlesDueWork; ' +
        'the subscriber "spec.first" has 2 handlers (First, First): ' +
        'give every subscriber a name of its own in @SubscribesTo',
    );
  });
});
