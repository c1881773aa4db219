import { z } from 'zod';
import { defineEndpoint } from './endpoint.js';
import { byId, id, line, named, pageOf, pageQuery } from './fields.js';

const tagRow = z.object({ id, institution: named, name: z.string() }).meta({ id: 'Tag' });
export type TagDto = z.output<typeof tagRow>;

const tagInput = z.strictObject({ institutionId: id, name: line(60) });
export type TagInput = z.output<typeof tagInput>;

/** The tags a row carries; those that somebody else keeps and the reader does not see stay as they are. */
const tagIds = z.strictObject({ tagIds: z.array(id).max(50) });
const tags = z.object({ items: z.array(tagRow) });

const tag = 'Tags';

export const tagEndpoints = {
  listTags: defineEndpoint({
    name: 'listTags',
    method: 'GET',
    path: '/tags',
    tag,
    access: 'person.read',
    status: 200,
    summary: 'Tags of the institutions whose people one may read, by name',
    query: pageQuery,
    response: pageOf(tagRow),
  }),
  createTag: defineEndpoint({
    name: 'createTag',
    method: 'POST',
    path: '/tags',
    tag,
    access: 'person.change',
    status: 201,
    summary: 'Add a tag; one that is there already is given back',
    body: tagInput,
    response: tagRow,
  }),
  deleteTag: defineEndpoint({
    name: 'deleteTag',
    method: 'DELETE',
    path: '/tags/:id',
    tag,
    access: 'person.change',
    status: 204,
    summary: 'Delete a tag and take it off everything',
    params: byId,
  }),
  listPersonTags: defineEndpoint({
    name: 'listPersonTags',
    method: 'GET',
    path: '/people/:id/tags',
    tag,
    access: 'person.read',
    status: 200,
    summary: 'The tags of a person',
    params: byId,
    response: tags,
  }),
  tagPerson: defineEndpoint({
    name: 'tagPerson',
    method: 'PUT',
    path: '/people/:id/tags',
    tag,
    access: 'person.change',
    status: 200,
    summary: 'Give a person exactly these tags',
    params: byId,
    body: tagIds,
    response: tags,
  }),
  listInstitutionTags: defineEndpoint({
    name: 'listInstitutionTags',
    method: 'GET',
    path: '/institutions/:id/tags',
    tag,
    access: 'person.read',
    status: 200,
    summary: 'The tags of an institution',
    params: byId,
    response: tags,
  }),
  tagInstitution: defineEndpoint({
    name: 'tagInstitution',
    method: 'PUT',
    path: '/institutions/:id/tags',
    tag,
    access: 'person.change',
    status: 200,
    summary: 'Give an institution exactly these tags',
    params: byId,
    body: tagIds,
    response: tags,
  }),
};
