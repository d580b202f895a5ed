import type { App } from "@tuwai/server/app";
import type { TypedReport } from "@tuwai/server/incident-reports";
import { formText } from "#shell";

/** The pages of the report, one question each, in order; the last one checks the answers. */
export const questions = ["kind", "who", "when", "teller", "contact", "check"] as const;
export type Question = (typeof questions)[number];

/** The part of an address that names a question. */
const words: Readonly<Record<Question, string>> = {
  kind: "apa",
  who: "siapa",
  when: "kapan",
  teller: "anda",
  contact: "hubungi",
  check: "periksa",
};
export const pathOf = (question: Question): string => `/lapor-kejadian/${words[question]}`;
export const questionAt = (word: string | undefined): Question | undefined =>
  word === undefined ? "kind" : questions.find((question) => words[question] === word);

/** Everything that was answered so far; `village` is "?" where the reporter does not know it. */
export type Draft = Partial<TypedReport> & {
  /** Of the sending: the same for a form that is sent twice. */
  readonly operationId?: string;
  /** Once it was sent nothing but its code is kept. */
  readonly sentCode?: string;
};

/** The fields of each page, under the names that the report has. */
export const fieldsOf: Readonly<Record<Question, readonly (keyof TypedReport)[]>> = {
  kind: ["kind"],
  who: ["name", "village", "cardCode"],
  when: ["on", "time", "place"],
  teller: ["teller"],
  contact: ["phone", "tellerName"],
  check: [],
};

const cookie = "lapor";
const livesSeconds = 7200;
const place = { table: "cookie", column: "incident-draft", rowId: "device" } as const;
const longest = 300;

/**
 * The answers so far lie sealed in a cookie of the device, so that going back, reloading and a lost signal lose nothing, with or
 * without a script, and no name stands in an address. Bent or old ones count as none.
 */
export function readDraft(request: Request, { keys }: App): Draft {
  const sealed = new RegExp(`(?:^|;\\s*)(?:__Host-)?${cookie}=([\\w-]+)`).exec(
    request.headers.get("cookie") ?? "",
  )?.[1];
  if (sealed === undefined) return {};
  try {
    return JSON.parse(keys.open(Buffer.from(sealed, "base64url"), place)) as Draft;
  } catch {
    return {};
  }
}

export function keepDraft(draft: Draft, { keys }: App): string {
  const sealed = keys.seal(JSON.stringify(draft), place).toString("base64url");
  return `${cookie}=${sealed}; Path=/; Max-Age=${livesSeconds}; HttpOnly; SameSite=Lax`;
}

export const dropDraft = `${cookie}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax`;

/** What a page's form says, cut to a length that a cookie holds. */
export function answersIn(form: FormData, question: Question, days: Days): Partial<TypedReport> {
  const text = (name: string) => formText(form, name).slice(0, longest);
  const typed = Object.fromEntries(fieldsOf[question].map((field) => [field, text(field)]));
  return question === "when" ? { ...typed, on: dayOf(text("day"), text("on"), days) } : typed;
}

export type Days = { readonly today: string; readonly yesterday: string };

function dayOf(day: string, typed: string, { today, yesterday }: Days): string {
  if (day === "today") return today;
  return day === "yesterday" ? yesterday : typed;
}

/** Which of the three answers a day is; none before one was given. */
export function choiceOf(on: string | undefined, { today, yesterday }: Days): string | undefined {
  if (on === undefined || on === "") return undefined;
  if (on === today) return "today";
  return on === yesterday ? "yesterday" : "earlier";
}

/** The report as the use case takes it. */
export function reportOf(draft: Draft): TypedReport {
  const text = (name: keyof TypedReport) => draft[name] ?? "";
  return {
    kind: text("kind"),
    name: text("name"),
    cardCode: text("cardCode"),
    village: text("village") === "?" ? "" : text("village"),
    on: text("on"),
    time: text("time"),
    place: text("place"),
    teller: text("teller"),
    phone: text("phone"),
    tellerName: text("tellerName"),
  };
}
