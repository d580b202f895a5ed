import type { Actor, App } from "@tuwai/server/app";
import { addGuest, setAttendance } from "@tuwai/server/meetings";
import { jakartaDate } from "@tuwai/domain/time";
import type { Language } from "#language/language.ts";
import { attendanceTexts } from "#language/meeting-attendance.ts";
import { formText, readIds, readOperationId } from "#shell";
import type { FormErrors } from "#ui";
import { momentOf } from "./read-meeting-form.ts";

export type AttendanceAnswer =
  | { readonly done: string | null; readonly guestId: string | null }
  | {
      readonly errors: FormErrors;
      readonly typed: Readonly<Record<string, string>>;
      readonly guestId: string | null;
    };

export type AttendanceRefusal = Extract<AttendanceAnswer, { readonly errors: FormErrors }> | undefined;

type Sent = {
  readonly form: FormData;
  readonly language: Language;
  readonly meetingCode: string;
  /** The day on which the hours are that somebody types. */
  readonly day: Date;
};

/** A tick (`datang:id`, `pulang:id`), the details of one guest, or a new guest: the button pressed says which. */
export async function actOnAttendance(app: App, actor: Actor, sent: Sent): Promise<AttendanceAnswer> {
  const [act, pressed] = formText(sent.form, "aksi").split(":");
  const [guestId = ""] = pressed === undefined ? readIds(sent.form, "tamu") : idsOf(pressed);
  if (act === "tambah") return add(app, actor, sent);
  if (act === "rinci") return detail(app, actor, { ...sent, guestId });
  const at = app.clock.now();
  const set = act === "pulang" ? { leftAt: at } : { arrivedAt: at };
  const of = { operationId: readOperationId(sent.form, app), meetingCode: sent.meetingCode, guestId };
  const answer = await setAttendance(app, actor, { ...of, ...set });
  if (answer.outcome !== "refused") return { done: null, guestId };
  const t = attendanceTexts[sent.language].errors;
  return { errors: { "": t[answer.reasons[0]!] }, typed: {}, guestId };
}

function idsOf(pressed: string): string[] {
  const form = new FormData();
  form.set("id", pressed);
  return readIds(form, "id");
}

async function add(app: App, actor: Actor, { form, language, meetingCode }: Sent): Promise<AttendanceAnswer> {
  const t = attendanceTexts[language].addGuest;
  const typed = { kantor: formText(form, "kantor"), nama: formText(form, "nama") };
  const { outcome } = await addGuest(app, actor, {
    operationId: readOperationId(form, app),
    meetingCode,
    office: typed.kantor,
    name: typed.nama,
  });
  if (outcome === "added") return { done: t.saved, guestId: null };
  return { errors: { kantor: t.missing }, typed, guestId: null };
}

async function detail(
  app: App,
  actor: Actor,
  { form, language, meetingCode, day, guestId }: Sent & { readonly guestId: string },
): Promise<AttendanceAnswer> {
  const t = attendanceTexts[language];
  const names = ["datang", "pulang", "nama", "jabatan", "surat", "wakil"];
  const typed = Object.fromEntries(names.map((name) => [name, formText(form, name)]));
  const on = jakartaDate(day.getTime());
  const clock = (name: string) => (typed[name] === "" ? null : momentOf(on, typed[name] ?? ""));
  const [arrivedAt, leftAt] = [clock("datang"), clock("pulang")];
  const wrong = (["datang", "pulang"] as const).filter((name) => Number.isNaN(clock(name)?.getTime() ?? 0));
  if (wrong.length > 0)
    return { errors: Object.fromEntries(wrong.map((name) => [name, t.errors.clock])), typed, guestId };
  const standIn =
    typed["wakil"] === "ya" ? { office: typed["jabatan"] ?? "", letter: typed["surat"] ?? "" } : null;
  const answer = await setAttendance(app, actor, {
    operationId: readOperationId(form, app),
    meetingCode,
    guestId,
    arrivedAt,
    leftAt,
    who: { name: typed["nama"] ?? "", standIn },
  });
  if (answer.outcome !== "refused") return { done: t.savedOne, guestId };
  const fields = {
    "not-yet": "datang",
    "left-before-arrival": "pulang",
    "left-without-arrival": "datang",
    "office-missing": "jabatan",
  } as const;
  const errors = Object.fromEntries(answer.reasons.map((reason) => [fields[reason], t.errors[reason]]));
  return { errors, typed, guestId };
}
