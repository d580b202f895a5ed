import type { ReactElement } from "react";
import { dashboardTexts } from "#language/dashboards.ts";
import { formatNumber } from "#language/format.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { ButtonLink, Card } from "#ui";
import type { ActRow } from "./act-rows.ts";

/** What waits longer than it should, with who acts; a link for whoever may act. */
export function ActCard({ acts }: { readonly acts: readonly ActRow[] }): ReactElement {
  const t = useTexts(dashboardTexts);
  const language = useLanguage();
  const to = useLocalPath();
  if (acts.length === 0) return <p className="card">{t.actNone}</p>;
  return (
    <Card title={t.actTitle(formatNumber(language, acts.length))} id="tindak">
      <ul className="tasks">
        {acts.map(({ name, text, note, href }) => (
          <li key={name}>
            <div>
              <strong>{text}</strong>
              <div className="quiet small">{note}</div>
            </div>
            {href !== null && (
              <ButtonLink look="plain" small href={href} aria-label={`${t.open}: ${text}`}>
                {t.open}
              </ButtonLink>
            )}
          </li>
        ))}
      </ul>
      <p className="no-print">
        <a href={to("/kerja")}>{t.actAll}</a>
      </p>
    </Card>
  );
}
