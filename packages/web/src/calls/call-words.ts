import type { Reason } from "@tuwai/server/calls";
import { type CivilDate, daysBetween, jakartaDate } from "@tuwai/domain/time";
import type { VillageKind } from "@tuwai/domain/commitments";
import { callTexts } from "#language/calls.ts";
import { formatMonth, formatNumber, formatRupiah, formatShortDate } from "#language/format.ts";
import type { Language } from "#language/language.ts";

export type SaidReason = { readonly mark: string; readonly why: string; readonly say: string | undefined };

type Of = { readonly language: Language; readonly kind: VillageKind; readonly today: CivilDate };

/** A reason in the words of a call: what it is, why, and a question to ask word for word. */
export function sayReason(reason: Reason, of: Of): SaidReason {
  const t = callTexts[of.language];
  const say = t.say[reason.code as keyof typeof t.say]?.[of.kind];
  return { ...markAndWhy(reason, of), say };
}

function markAndWhy(reason: Reason, { language, kind, today }: Of): Omit<SaidReason, "say"> {
  const t = callTexts[language];
  const { code, count, of = null, on, since, month } = reason;
  const number = (n: number | null) => formatNumber(language, n ?? 0);
  const rupiah = formatRupiah(language, reason.rupiah ?? 0);
  const people = count === null ? t.fewPeople : t.people(number(count));
  const day = on === null ? "" : formatShortDate(language, on);
  const begun = since === null ? today : jakartaDate(new Date(since).getTime());
  const monthName = month === undefined ? "" : formatMonth(language, month);
  switch (code) {
    case "cover-ends": {
      const owes = reason.rupiah === null ? "" : t.why.owes(rupiah);
      const isPast = on !== null && on < today;
      const why = t.why[isPast ? "cover-ends-past" : "cover-ends"](people) + owes;
      if (isPast) return { mark: t.marks["cover-ends-past"], why };
      return { mark: on === today ? t.marks["cover-ends-today"] : t.marks["cover-ends"](day), why };
    }
    case "no-list":
      return { mark: t.marks["no-list"], why: t.why["no-list"] };
    case "list-waits":
      return {
        mark: t.marks["list-waits"](number(daysBetween(begun, today))),
        why: t.why["list-waits"][kind](number(count), formatShortDate(language, begun)),
      };
    case "village-owes":
      return {
        mark: t.marks["village-owes"],
        why: t.why["village-owes"](day) + (reason.rupiah === null ? "" : t.why.owes(rupiah)),
      };
    case "promise-short":
      return {
        mark: t.marks["promise-short"],
        why: t.why["promise-short"](number(count), number(of), rupiah),
      };
    case "promise-missing":
      return { mark: t.marks["promise-missing"], why: t.why["promise-missing"][kind](day) };
    case "least-covered":
      return {
        mark: t.marks["least-covered"],
        why: t.why["least-covered"](number(count), number(of)),
      };
    case "office-short": {
      const isSilent = reason.rupiah === 0;
      const why = isSilent
        ? t.why["office-silent"](formatShortDate(language, begun))
        : t.why["office-short"](rupiah);
      return { mark: t.marks["office-short"](monthName), why };
    }
    case "bill-late":
      return { mark: t.marks["bill-late"](monthName), why: t.why["bill-late"](rupiah, day) };
    default:
      throw new Error(`the reason ${code} has no words`);
  }
}
