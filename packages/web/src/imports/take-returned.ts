import type { ImportKind } from "@tuwai/domain/intake";
import { may } from "@tuwai/server/access";
import { type Actor, type App, type AppError, isAppError } from "@tuwai/server/app";
import { returnFaultyRows } from "@tuwai/server/imports";
import { formatNumber } from "#language/format.ts";
import { importReturnTexts } from "#language/import-return.ts";
import { importTexts } from "#language/imports.ts";
import type { Language } from "#language/language.ts";

type Sent = {
  readonly operationId: string;
  readonly kind: ImportKind;
  readonly fileName: string;
  readonly path: string;
};

type Returned =
  | { readonly code: string; readonly tone: "ok" | "warn"; readonly text: string }
  /** Nothing was changed, and why. */
  | { readonly refused: string };

/** Takes a file of faulty rows back into its list and says what came of it; null for a list of its own. */
export async function takeReturned(
  app: App,
  actor: Actor,
  language: Language,
  sent: Sent,
): Promise<Returned | null> {
  const t = importReturnTexts[language];
  // Whoever mends no rows here has no such file: what they send is a list.
  if (!may(actor, "import.resolve_row")) return null;
  try {
    const answer = await returnFaultyRows(app, actor, sent);
    if (answer === null) return null;
    const { code, receipt, repeated } = answer;
    if (repeated) return { code, tone: "warn", text: t.repeated };
    const left = receipt.remaining === 0 ? t.allGood : t.left(formatNumber(language, receipt.remaining));
    const done = t.done(formatNumber(language, receipt.mended.length));
    const isWhole = [
      receipt.stillWrong,
      receipt.overtaken,
      receipt.saved,
      receipt.differing,
      receipt.unknown,
      receipt.twice,
      receipt.withoutKey,
    ].every((rows) => rows.length === 0);
    return { code, tone: isWhole ? "ok" : "warn", text: `${done} ${left}${isWhole ? "" : ` ${t.more}`}` };
  } catch (error) {
    const refused = isAppError(error) ? sentenceOf(error, language) : null;
    if (refused === null) throw error;
    return { refused };
  }
}

function sentenceOf({ code, details }: AppError, language: Language): string | null {
  const t = importReturnTexts[language].refused;
  const { reason, state, kind } = details;
  if (code === "not-found" || reason === "not-the-sender") return t.list;
  switch (reason) {
    case "state":
      return Object.hasOwn(t.states, String(state))
        ? t.states[state as keyof typeof t.states]
        : t.states.other;
    case "returned-other-kind":
      return t.kind(importTexts[language].kinds[kind as ImportKind]);
    case "returned-without-code":
      return t.noCode;
    case "returned-columns":
      return t.columns;
    case "returned-unreadable":
      return t.unreadable;
    case "not-mended-here":
      return t.atSource;
    default:
      return null;
  }
}
