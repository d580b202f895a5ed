import { may } from "@tuwai/server/access";
import type { Actor, App } from "@tuwai/server/app";
import { getOutlook, type Outlook } from "@tuwai/server/tasks";
import { daysBetween, jakartaDate } from "@tuwai/domain/time";
import { formatNumber, formatShortDate } from "#language/format.ts";
import { localPath, type Language } from "#language/language.ts";
import { outlookTexts } from "#language/outlook.ts";
import { wordOf } from "#language/word-of.ts";
import { nextDoors, stepDoors, waitDoors } from "./outlook-words.ts";

type Link = { readonly href: string; readonly action: string };

export type OutlookInWords = {
  readonly steps: readonly (Link & {
    readonly id: string;
    readonly title: string;
    readonly text: string;
    readonly time: string;
    readonly ways: readonly Link[];
  })[];
  readonly waits: readonly {
    readonly id: string;
    readonly who: string;
    readonly what: string;
    readonly since: string;
    readonly age: string;
    readonly days: number;
    readonly href: string | null;
  }[];
  readonly deadlines: readonly { readonly id: string; readonly text: string; readonly isPast: boolean }[];
  readonly figure: { readonly number: string; readonly what: string } | null;
  readonly next: Link & { readonly text: string };
};

/** The outlook as sentences and addresses of a language. */
export async function outlookFor(app: App, actor: Actor, language: Language): Promise<OutlookInWords> {
  const outlook = await getOutlook(app, actor);
  const { figure } = outlook;
  const t = outlookTexts[language];
  return {
    steps: outlook.firstSteps.map((code) => stepInWords(code, language)),
    waits: outlook.waits.map((wait) => waitInWords(wait, { actor, language, today: outlook.today })),
    deadlines: outlook.deadlines.map(({ code, on }) => ({
      id: code,
      text: t.deadlines[code as keyof typeof t.deadlines](formatShortDate(language, on)),
      isPast: on < outlook.today,
    })),
    figure: figure && {
      number: formatNumber(language, figure.count),
      what: wordOf(t.figures, figure.code),
    },
    next: nextFor(actor, language),
  };
}

function stepInWords(code: string, language: Language): OutlookInWords["steps"][number] {
  const t = outlookTexts[language];
  const step = code as keyof typeof stepDoors;
  const { path, ways = [] } = stepDoors[step];
  const links = ways.map((way) => ({ href: localPath(language, way.path), action: t.ways[way.text] }));
  return { id: code, ...t.steps[step], href: localPath(language, path), ways: links };
}

type Seen = { readonly actor: Actor; readonly language: Language; readonly today: Outlook["today"] };

function waitInWords(
  { code, count, since }: Outlook["waits"][number],
  { actor, language, today }: Seen,
): OutlookInWords["waits"][number] {
  const t = outlookTexts[language];
  const { who, what } = t.waits[code as keyof typeof t.waits];
  const door = waitDoors[code as keyof typeof waitDoors];
  const begun = since && jakartaDate(since.getTime());
  const days = begun ? Math.max(0, daysBetween(begun, today)) : 0;
  return {
    id: code,
    who,
    what: what(formatNumber(language, count)),
    since: begun ? t.since(formatShortDate(language, begun)) : "",
    age: !begun ? "" : days === 0 ? t.today : t.days(formatNumber(language, days)),
    days,
    href: door !== null && may(actor, door.needs) ? localPath(language, door.path) : null,
  };
}

function nextFor({ role }: Actor, language: Language): OutlookInWords["next"] {
  const known = role as keyof typeof nextDoors;
  return { ...outlookTexts[language].next[known], href: localPath(language, nextDoors[known]) };
}
