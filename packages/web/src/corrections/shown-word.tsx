import type { ReactElement } from "react";
import { parseCivilDate } from "@tuwai/domain/time";
import type { ShownText } from "@tuwai/server/corrections";
import { correctionTexts } from "#language/corrections.ts";
import { formatDate } from "#language/format.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import { choicesOf } from "./field-choices.ts";
import type { FieldOf } from "./field-names.ts";

/** One word of a field as people say it; a hidden one as what may be told of it. */
export function ShownWord({
  field,
  shown,
}: {
  readonly field: FieldOf;
  readonly shown: ShownText;
}): ReactElement {
  const t = useTexts(correctionTexts);
  const language = useLanguage();
  const { text, isHidden } = shown;
  if (text === null) return <span className="quiet">{isHidden ? t.hiddenText : t.nothing}</span>;
  const day = field === "birthDate" ? parseCivilDate(text) : undefined;
  if (day !== undefined) return <>{formatDate(language, day)}</>;
  return <>{choicesOf(t, field)?.[text] ?? text}</>;
}
