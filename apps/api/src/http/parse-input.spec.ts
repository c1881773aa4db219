import { z } from 'zod';
import { endpoints } from '#contracts';
import type { Endpoint } from '#contracts';
import { parseInput } from './parse-input.js';
import { ValidationError } from './validation-error.js';

function errorsOf(endpoint: Endpoint, raw: { params?: unknown; query?: unknown; body?: unknown }) {
  try {
    parseInput(endpoint, { params: {}, query: {}, ...raw });
  } catch (error) {
    if (error instanceof ValidationError) return error.errors;
    throw error;
  }
  return [];
}

const ID = '019a8f3e-0000-7000-8000-000000000001';

describe('parsing the input of an endpoint', () => {
  it('gives path, query and body with their defaults', () => {
    const input = parseInput(endpoints.listMembers, { params: { id: ID }, query: { limit: '20' } });
    const query = { limit: 20, allTime: false, zone: 'Europe/Berlin' };
    expect(input).toEqual({ params: { id: ID }, query, body: undefined });
  });

  it('takes an absent body as an empty one', () => {
    const input = parseInput(endpoints.cancelMeeting, { params: { id: ID }, query: {} });
    expect(input.body).toEqual({ note: null });
  });

  it('says in which part of the call each failure lies', () => {
    const errors = errorsOf(endpoints.addMember, { params: { id: 'x' }, body: { memberId: 'y' } });
    expect(errors).toEqual([
      { pointer: ':id', code: 'validation.not-an-id', params: {} },
      { pointer: '/memberId', code: 'validation.not-an-id', params: {} },
      { pointer: '/validFrom', code: 'validation.required', params: {} },
    ]);
    expect(errorsOf(endpoints.listMeetings, { query: { limit: '0', when: 'never' } })).toEqual([
      { pointer: '?limit', code: 'validation.too-small', params: { minimum: 1 } },
      { pointer: '?when', code: 'validation.not-one-of', params: { options: ['coming', 'past'] } },
    ]);
  });

  it('points into inner objects and escapes the pointer', () => {
    const body = z.strictObject({ 'a/b': z.object({ '~': z.string() }) });
    const endpoint = { ...endpoints.createMeeting, body };
    expect(errorsOf(endpoint, { body: { 'a/b': { '~': 1 } } })[0]?.pointer).toBe('/a~1b/~0');
  });

  it('names every unknown field by itself', () => {
    const errors = errorsOf(endpoints.checkSetup, { body: { token: 'a'.repeat(32), x: 1, y: 2 } });
    expect(errors).toEqual([
      { pointer: '/x', code: 'validation.unknown-field', params: { fields: ['x'] } },
      { pointer: '/y', code: 'validation.unknown-field', params: { fields: ['y'] } },
    ]);
  });

  it('answers for the nearest of several forms', () => {
    const errors = errorsOf(endpoints.completeSignIn, { body: { code: '12' } });
    expect(errors).toEqual([{ pointer: '/code', code: 'validation.not-a-code', params: {} }]);
  });

  it.each([[[]], ['text'], [42], [null]])('refuses the body %j', (body) => {
    const errors = errorsOf(endpoints.createPerson, { body });
    expect(errors.length).toBeGreaterThan(0);
    expect(errors.map(({ code }) => code).every((code) => code.startsWith('validation.'))).toBe(true);
  });
});
