import { Controller, Get, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { createElement } from 'react';
import { z } from 'zod';
import { doorMarks, walkInInput } from '#contracts';
import type { DoorMarks } from '#contracts';
import { DomainError, newId, sha256 } from '#kernel';
import { Door } from '#participation';
import type { FoundDoor, OpenDoor } from '#participation';
import { DoorPage, DoorProblemPage } from '../pages/door.page.js';
import { doorMessages } from '../pages/views/door.view.js';
import type { DoorMessage, DoorView } from '../pages/views/door.view.js';
import { presentDoor, presentDoorProblem, presentDoorState } from './door-view.presenter.js';
import { readersLanguage } from './page-frame.presenter.js';
import { sendPrivatePage, sendScriptedPage } from './send-page.js';

type PageRequest = FastifyRequest<{
  Params: { token: string };
  Querystring: {
    readonly lang?: string;
    readonly q?: string;
    readonly said?: string;
    readonly whom?: string;
  };
  Body: unknown;
}>;

interface Answered {
  readonly said: DoorView['said'];
  /** What was typed and did not do. */
  readonly guest?: DoorView['guest'];
}

const STATUSES = { unknown: 404, early: 403, revoked: 410, over: 410, cancelled: 410, open: 410 } as const;
const text = z.string().trim().catch('');
const typed = z.object({
  do: text,
  key: text,
  here: text,
  code: text,
  id: text,
  name: text,
  organisation: text,
  address: text,
});

/** `/d/:token`: the page of a helper at the door, with forms, and for its script the list and what was marked. */
@Controller('/d/:token')
export class DoorPageController {
  constructor(private readonly door: Door) {}

  @Get()
  async show(@Req() request: PageRequest, @Res() reply: FastifyReply): Promise<void> {
    const door = await this.open(request, reply);
    if (door === null) return;
    const message = doorMessages.find((one) => one === request.query.said);
    const said = message === undefined ? null : { message, name: (request.query.whom ?? '').slice(0, 200) };
    await this.send(request, reply, door, { said });
  }

  @Post()
  async answer(@Req() request: PageRequest, @Res() reply: FastifyReply): Promise<void> {
    const door = await this.open(request, reply);
    if (door === null) return;
    const answered = await this.take(request, door);
    if (answered.guest !== undefined) return this.send(request, reply, door, answered);
    const { lang, q = '' } = request.query;
    const query = new URLSearchParams({ lang: readersLanguage(request, lang) });
    if (q !== '') query.set('q', q);
    if (answered.said !== null) {
      query.set('said', answered.said.message);
      query.set('whom', answered.said.name);
    }
    await reply.redirect(`/d/${request.params.token}?${query.toString()}`, 303);
  }

  /** What the page's script keeps and asks for again and again; 304 while nothing has changed. */
  @Get('list')
  async list(@Req() request: PageRequest, @Res() reply: FastifyReply): Promise<void> {
    const door = await this.openForScript(request);
    const body = JSON.stringify(await this.stateOf(request, door));
    const etag = `"${sha256(body).slice(0, 32)}"`;
    void reply.header('Cache-Control', 'no-store').header('ETag', etag);
    if (request.headers['if-none-match'] === etag) await reply.status(304).send();
    else await reply.type('application/json; charset=utf-8').send(body);
  }

  /** What was marked, in the order it was marked in; may be sent again. */
  @Post('marks')
  async mark(@Req() request: PageRequest, @Res() reply: FastifyReply): Promise<void> {
    const door = await this.openForScript(request);
    const parsed = doorMarks.safeParse(request.body);
    if (!parsed.success) throw new DomainError('request.not-valid');
    const outcomes = await this.door.take(request.params.token, parsed.data);
    if (outcomes === null) throw new DomainError('door-link.closed');
    void reply.header('Cache-Control', 'no-store');
    await reply.send({ outcomes, state: await this.stateOf(request, door) });
  }

  /** What makes the page an app on a telephone. */
  @Get('manifest.webmanifest')
  async manifest(@Req() request: PageRequest, @Res() reply: FastifyReply): Promise<void> {
    const { bundle } = await this.openForScript(request);
    const view = { name: Object.values(bundle.meeting.title)[0] ?? 'Jourfixe', short_name: 'Jourfixe' };
    const path = `/d/${request.params.token}`;
    const icons = [{ src: '/console/ring.svg', sizes: 'any', type: 'image/svg+xml' }];
    const colours = { background_color: '#fbfaf7', theme_color: '#fbfaf7' };
    void reply.header('Cache-Control', 'no-store').type('application/manifest+json; charset=utf-8');
    await reply.send({
      ...view,
      ...colours,
      icons,
      id: path,
      start_url: path,
      scope: path,
      display: 'standalone',
    });
  }

  /** The door of a token; if it opens nothing, the reader is told why and null comes back. */
  private async open(request: PageRequest, reply: FastifyReply): Promise<OpenDoor | null> {
    const found = await this.door.find(request.params.token);
    if (found.state === 'open') return found.door;
    this.refuse(request, reply, found);
    return null;
  }

  private async openForScript(request: PageRequest): Promise<OpenDoor> {
    const found = await this.door.find(request.params.token);
    if (found.state === 'unknown') throw new DomainError('door-link.not-found');
    if (found.state !== 'open') throw new DomainError('door-link.closed');
    return found.door;
  }

  private refuse(request: PageRequest, reply: FastifyReply, found: FoundDoor): void {
    const language = readersLanguage(request, request.query.lang);
    const view = presentDoorProblem(found, { token: request.params.token, language });
    sendPrivatePage(reply, STATUSES[found.state], createElement(DoorProblemPage, { view }));
  }

  private async send(request: PageRequest, reply: FastifyReply, door: OpenDoor, { said, guest }: Answered) {
    const { token } = request.params;
    const language = readersLanguage(request, request.query.lang);
    const view = presentDoor(door, await this.door.list(door.bundle.meeting.id), {
      token,
      language,
      query: (request.query.q ?? '').slice(0, 200),
      said,
      guest: guest ?? { id: newId(), name: '', organisation: '', address: '' },
    });
    sendScriptedPage(reply, guest === undefined ? 200 : 422, createElement(DoorPage, { view }));
  }

  private async stateOf(request: PageRequest, door: OpenDoor) {
    const list = await this.door.list(door.bundle.meeting.id);
    return presentDoorState(door, list, readersLanguage(request, request.query.lang));
  }

  private async take(request: PageRequest, door: OpenDoor): Promise<Answered> {
    const sent = typed.parse(request.body ?? {});
    if (sent.do === 'code') return this.takeCode(request, door, sent.code);
    if (sent.do === 'guest') return this.takeGuest(request, sent);
    const here = sent.here !== 'no';
    return this.takeMark(request, door, { key: sent.key, here, walkIn: null });
  }

  private async takeCode(request: PageRequest, door: OpenDoor, code: string): Promise<Answered> {
    const { meeting } = door.bundle;
    const read = await this.door.read(meeting.id, code);
    if (read.outcome !== 'seat') return { said: { message: read.outcome, name: '' } };
    const key = `${read.registrationId}.0`;
    const row = (await this.stateOf(request, door)).rows.find((one) => one.key === key);
    if (row?.here === true) return { said: { message: 'already', name: row.name } };
    return this.takeMark(request, door, { key, here: true, walkIn: null });
  }

  private async takeGuest(request: PageRequest, sent: z.output<typeof typed>): Promise<Answered> {
    const { id, name, organisation, address } = sent;
    const parsed = walkInInput.safeParse({
      id,
      name,
      organisation: organisation || null,
      address: address || null,
    });
    if (!parsed.success) {
      const message = name === '' ? 'name-missing' : 'not-valid';
      return { said: { message, name: '' }, guest: { id: newId(), name, organisation, address } };
    }
    const { id: key, ...walkIn } = parsed.data;
    const message = await this.takeOne(request, { key, here: true, walkIn }, key);
    return { said: { message, name } };
  }

  private async takeMark(
    request: PageRequest,
    door: OpenDoor,
    mark: Pick<DoorMarks['marks'][number], 'key' | 'here' | 'walkIn'>,
  ): Promise<Answered> {
    const { rows } = await this.stateOf(request, door);
    const name = rows.find(({ key }) => key === mark.key)?.name ?? '';
    return { said: { message: await this.takeOne(request, mark), name } };
  }

  /** One mark of a form, made now. */
  private async takeOne(
    request: PageRequest,
    mark: Pick<DoorMarks['marks'][number], 'key' | 'here' | 'walkIn'>,
    id: string = newId(),
  ): Promise<DoorMessage> {
    const parsed = doorMarks.safeParse({ marks: [{ ...mark, id, ago: 0 }] });
    if (!parsed.success) return 'gone';
    try {
      const [outcome] = (await this.door.take(request.params.token, parsed.data)) ?? ['unknown'];
      if (outcome === 'unknown') return 'gone';
      return mark.here ? 'here' : 'undone';
    } catch (error) {
      if (error instanceof DomainError && error.code === 'attendance.closed') return 'closed';
      throw error;
    }
  }
}
