import type { Actor, App } from "@tuwai/server/app";
import type { ItemState } from "@tuwai/domain/meetings";
import { addItem, editItem, noteItem, turnItem } from "@tuwai/server/meetings";
import type { Language } from "#language/language.ts";
import { agendaTexts } from "#language/meeting-agenda.ts";
import { actionOf, formText, readIds, readOperationId } from "#shell";
import type { FormErrors } from "#ui";

export type AgendaAnswer =
  | { readonly done: string }
  | {
      readonly errors: FormErrors;
      readonly typed: Readonly<Record<string, string>>;
      /** Where somebody else wrote the same notes meanwhile: theirs, and the version that the writer has now seen. */
      readonly stale?: { readonly itemId: string; readonly theirs: string; readonly notesVersion: number };
    };

/** What an answer of the agenda was refused for; undefined where nothing was. */
export type AgendaRefusal = Extract<AgendaAnswer, { readonly errors: FormErrors }> | undefined;

type Sent = { readonly form: FormData; readonly language: Language; readonly meetingCode: string };
type Act = (app: App, actor: Actor, sent: Sent) => Promise<AgendaAnswer>;

/** What the pressed button of the agenda asks for. Notes that stand in the same form are kept first, so that none is lost. */
export async function actOnAgenda(app: App, actor: Actor, sent: Sent): Promise<AgendaAnswer> {
  const [pressed = "", itemId] = formText(sent.form, "aksi").split(":");
  // The button that was pressed names the item that it is about: its form may hold the notes of another.
  const form = new FormData();
  for (const [name, value] of sent.form) form.append(name, value);
  form.set("aksi", pressed);
  if (itemId !== undefined) form.set("tujuan", itemId);
  return actionOf(form, acts)(app, actor, { ...sent, form });
}

const turnTo =
  (to: ItemState): Act =>
  async (app, actor, sent) => {
    const { form, language, meetingCode } = sent;
    const t = agendaTexts[language];
    const noted = form.has("catatan") ? await note(app, actor, sent) : { done: t.add.saved };
    if ("errors" in noted) return noted;
    const [itemId = ""] = readIds(form, "tujuan");
    const operationId = readOperationId(form, app);
    const { outcome } = await turnItem(app, actor, { operationId, meetingCode, itemId, to });
    if (outcome === "not-now") return { errors: { "": t.errors["not-now"] }, typed: {} };
    return { done: t.add.saved };
  };

const note: Act = async (app, actor, { form, language, meetingCode }) => {
  const t = agendaTexts[language];
  const [itemId = ""] = readIds(form, "acara");
  const notes = formText(form, "catatan", { trim: false });
  const answer = await noteItem(app, actor, {
    operationId: readIds(form, "operasi-catatan")[0] ?? app.newId(),
    meetingCode,
    itemId,
    notes,
    notesVersion: Number(formText(form, "versi-catatan")) || 0,
  });
  const typed = { catatan: notes };
  if (answer.outcome === "too-long") return { errors: { catatan: t.notesTooLong }, typed };
  if (answer.outcome !== "stale") return { done: t.notesSaved };
  const { theirs, notesVersion } = answer;
  return { errors: { catatan: t.stale.lead }, typed, stale: { itemId, theirs, notesVersion } };
};

/** Minutes as they are typed; NaN for what is no number. */
const minutesIn = (form: FormData): number => {
  const typed = formText(form, "menit");
  return /^\d{1,3}$/.test(typed) ? Number(typed) : Number.NaN;
};

const save =
  (isNew: boolean): Act =>
  async (app, actor, { form, language, meetingCode }) => {
    const t = agendaTexts[language];
    const own = {
      operationId: readOperationId(form, app),
      meetingCode,
      title: formText(form, "judul"),
      minutes: minutesIn(form),
      presenter: formText(form, "penyaji"),
    };
    const position = Number(formText(form, "urutan"));
    const answer = isNew
      ? await addItem(app, actor, { ...own, isParked: formText(form, "parkir") === "ya" })
      : await editItem(app, actor, {
          ...own,
          itemId: readIds(form, "acara")[0] ?? "",
          ...(position >= 1 ? { position } : {}),
        });
    if (answer.outcome === "saved") return { done: t.add.saved };
    const fields = { "title-missing": "judul", "minutes-unclear": "menit", "meeting-over": "" } as const;
    const errors = Object.fromEntries(answer.reasons.map((reason) => [fields[reason], t.errors[reason]]));
    const typed = { judul: own.title, menit: formText(form, "menit"), penyaji: own.presenter };
    return { errors, typed };
  };

const acts: Readonly<Record<string, Act>> = {
  catat: note,
  tambah: save(true),
  ubah: save(false),
  mulai: turnTo("running"),
  selesai: turnTo("done"),
  pindah: turnTo("moved"),
  parkir: turnTo("parked"),
  batal: turnTo("dropped"),
  masuk: turnTo("planned"),
};
