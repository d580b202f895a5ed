import type { ReactElement } from "react";
import { formatNumber } from "#language/format.ts";
import { coverageTexts } from "#language/coverage.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import { Card, Disclosure } from "#ui";
import type { VillageRow } from "./village-rows.ts";

/** A village that has sent no list is a published fact: one line for all of them, their names behind it. */
export function SilentPlaces({ rows }: { readonly rows: readonly VillageRow[] }): ReactElement {
  const t = useTexts(coverageTexts);
  const language = useLanguage();
  return (
    <Card id="belum-mengirim">
      <Disclosure summary={t.silent(formatNumber(language, rows.length))}>
        <p>{t.silentWhy}</p>
        <ul className="names">
          {rows.map((row) => (
            <li key={row.code}>
              <a href={row.href}>{row.name}</a>
            </li>
          ))}
        </ul>
      </Disclosure>
    </Card>
  );
}
