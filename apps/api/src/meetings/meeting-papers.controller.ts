import { Controller, StreamableFile } from '@nestjs/common';
import type { Actor } from '#access';
import { endpoints } from '#contracts';
import type { MeetingFileDto, MeetingNoteDto, ResponseOf } from '#contracts';
import { UnitOfWork } from '#database';
import { displayName, findPeople } from '#directory';
import { FileStore } from '#files';
import { Clock } from '#kernel';
import type { Id } from '#kernel';
import {
  addMeetingFile,
  addNote,
  changeMeetingFile,
  changeNote,
  deleteNote,
  getMeetingFile,
  listMeetingFiles,
  listNotes,
  removeMeetingFile,
} from '#meetings';
import type { MeetingFile, MeetingNote } from '#meetings';
import { CurrentActor, Input, Route, Upload } from '../http/index.js';
import type { InputOf, UploadedFile } from '../http/index.js';
import { attachmentOf } from './attachment.js';

/** Notes and files of a meeting. */
@Controller()
export class MeetingPapersController {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly files: FileStore,
  ) {}

  @Route(endpoints.listNotes)
  async notes(
    @CurrentActor() actor: Actor,
    @Input() { params }: InputOf<typeof endpoints.listNotes>,
  ): Promise<ResponseOf<typeof endpoints.listNotes>> {
    return { items: await this.presentNotes(await listNotes(this.work.reader, actor, params.id), actor) };
  }

  @Route(endpoints.addNote)
  async addNote(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof endpoints.addNote>,
  ): Promise<MeetingNoteDto> {
    const note = { meetingId: params.id, text: body.text };
    return this.presentNote(await this.work.run((tx) => addNote(tx, this.acting(actor), note)), actor);
  }

  @Route(endpoints.changeNote)
  async changeNote(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof endpoints.changeNote>,
  ): Promise<MeetingNoteDto> {
    const note = { id: params.id, text: body.text };
    return this.presentNote(await this.work.run((tx) => changeNote(tx, this.acting(actor), note)), actor);
  }

  @Route(endpoints.deleteNote)
  async deleteNote(@CurrentActor() actor: Actor, @Input() { params }: InputOf<typeof endpoints.deleteNote>) {
    await this.work.run((tx) => deleteNote(tx, this.acting(actor), params.id));
  }

  @Route(endpoints.listMeetingFiles)
  async list(
    @CurrentActor() actor: Actor,
    @Input() { params }: InputOf<typeof endpoints.listMeetingFiles>,
  ): Promise<ResponseOf<typeof endpoints.listMeetingFiles>> {
    return { items: await this.presentFiles(await listMeetingFiles(this.work.reader, actor, params.id)) };
  }

  @Route(endpoints.addMeetingFile)
  async addFile(
    @CurrentActor() actor: Actor,
    @Input() { params, query }: InputOf<typeof endpoints.addMeetingFile>,
    @Upload() upload: UploadedFile,
  ): Promise<MeetingFileDto> {
    const added = { meetingId: params.id, audience: query.audience, ...upload };
    const acting = this.acting(actor);
    return this.presentFile(await this.work.run((tx) => addMeetingFile(tx, acting, added, this.files)));
  }

  @Route(endpoints.changeMeetingFile)
  async changeFile(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof endpoints.changeMeetingFile>,
  ): Promise<MeetingFileDto> {
    const change = { id: params.id, audience: body.audience };
    return this.presentFile(await this.work.run((tx) => changeMeetingFile(tx, this.acting(actor), change)));
  }

  @Route(endpoints.removeMeetingFile)
  async removeFile(
    @CurrentActor() actor: Actor,
    @Input() { params }: InputOf<typeof endpoints.removeMeetingFile>,
  ) {
    await this.work.run((tx) => removeMeetingFile(tx, this.acting(actor), params.id, this.files));
  }

  @Route(endpoints.getMeetingFile)
  async content(
    @CurrentActor() actor: Actor,
    @Input() { params }: InputOf<typeof endpoints.getMeetingFile>,
  ): Promise<StreamableFile> {
    const file = await getMeetingFile(this.work.reader, actor, params.id);
    const { bytes } = await this.files.get(this.work.reader, file.fileId);
    return new StreamableFile(bytes, { type: file.type, disposition: attachmentOf(file.name) });
  }

  private acting(actor: Actor) {
    return { actor, now: this.clock.now() };
  }

  private async presentNote(note: MeetingNote, actor: Actor): Promise<MeetingNoteDto> {
    const [presented] = await this.presentNotes([note], actor);
    if (presented === undefined) throw new Error('a note is presented as one');
    return presented;
  }

  private async presentNotes(notes: readonly MeetingNote[], actor: Actor): Promise<MeetingNoteDto[]> {
    const named = await this.namesOf(notes.map(({ authorId }) => authorId));
    return notes.map(({ id, text, authorId, writtenAt, changedAt }) => ({
      id,
      text,
      author: named(authorId),
      writtenAt: writtenAt.toString(),
      changedAt: changedAt?.toString() ?? null,
      own: authorId !== null && authorId === actor.personId,
    }));
  }

  private async presentFile(file: MeetingFile): Promise<MeetingFileDto> {
    const [presented] = await this.presentFiles([file]);
    if (presented === undefined) throw new Error('a file is presented as one');
    return presented;
  }

  private async presentFiles(files: readonly MeetingFile[]): Promise<MeetingFileDto[]> {
    const named = await this.namesOf(files.map(({ addedBy }) => addedBy));
    return files.map(({ id, name, size, type, audience, addedBy, addedAt }) => ({
      id,
      name,
      size,
      type,
      audience,
      addedBy: named(addedBy),
      addedAt: addedAt.toString(),
    }));
  }

  private async namesOf(ids: readonly (Id | null)[]) {
    const people = await findPeople(
      this.work.reader,
      ids.flatMap((id) => id ?? []),
    );
    return (id: Id | null) => {
      const person = people.get(id ?? '');
      return person === undefined ? null : { id: person.id, name: displayName(person) };
    };
  }
}
