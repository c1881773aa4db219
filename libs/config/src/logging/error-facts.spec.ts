import { errorFacts } from './error-facts.js';

class QueryFailed extends Error {
  readonly query = 'SELECT * FROM login WHERE address = $1';
  readonly parameters = ['kim@netz.example'];
  readonly driverError = Object.assign(new Error('Key (address)=(kim@netz.example) already exists'), {
    code: '23505',
    constraint: 'uq_login_address',
    detail: 'Key (address)=(kim@netz.example) already exists',
  });
}

describe('what a log tells about an error', () => {
  it('says where and why, and which constraint, but no value', () => {
    const facts = errorFacts(new QueryFailed('duplicate key: kim@netz.example'));
    expect(facts).toEqual({
      type: 'Error',
      code: '23505',
      constraint: 'uq_login_address',
      stack: expect.arrayContaining([expect.stringMatching(/^at .*error-facts\.spec/)]),
    });
    expect(JSON.stringify(facts)).not.toContain('kim');
  });

  it('follows the causes', () => {
    const error = new Error('outer', { cause: new TypeError('inner') });
    expect(errorFacts(error)).toMatchObject({
      type: 'Error',
      message: 'outer',
      cause: { type: 'TypeError', message: 'inner' },
    });
  });

  it('has nothing to say about what is no error', () => {
    expect(errorFacts('kim@netz.example')).toEqual({ type: 'string' });
  });
});
