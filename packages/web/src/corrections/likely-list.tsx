import type { ReactElement } from "react";
import { parseCivilDate } from "@tuwai/domain/time";
import type { LikelyPerson } from "@tuwai/server/corrections";
import { correctionTexts } from "#language/corrections.ts";
import { formatDate } from "#language/format.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { Card, Notice } from "#ui";

/** Who may already be the person, each with what is the same. */
export function LikelyList({ likely }: { readonly likely: readonly LikelyPerson[] }): ReactElement {
  const t = useTexts(correctionTexts);
  const language = useLanguage();
  const to = useLocalPath();
  const a = t.adding;
  if (likely.length === 0) return <Notice tone="ok">{a.nobody}</Notice>;
  return (
    <Card title={a.likely}>
      <ul>
        {likely.map(({ code, name, birthDate, because }) => {
          const day = parseCivilDate(birthDate ?? "");
          return (
            <li key={code}>
              <a href={to(`/pekerja/${code}`)}>{name}</a>{" "}
              <span className="quiet small">
                {[code, day && formatDate(language, day), a.because[because]].filter(Boolean).join(" · ")}
              </span>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
