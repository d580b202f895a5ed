import type { ReleaseTable } from "@tuwai/server/releases";
import type { ReactElement } from "react";
import { formatNumber } from "#language/format.ts";
import { releaseTexts } from "#language/releases.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { Card } from "#ui";

type Listed = { readonly name: ReleaseTable["name"]; readonly rowCount: number };

/** The files of a release, each with its number of rows. */
export function ReleaseFiles(props: {
  readonly month: string;
  readonly tables: readonly Listed[];
}): ReactElement {
  const { page: t, tables: words } = useTexts(releaseTexts);
  const language = useLanguage();
  const to = useLocalPath();
  const file = (name: string) => to(`/rilis/${props.month}/berkas/${name}`);
  return (
    <Card title={t.files}>
      <ul className="stack">
        {props.tables.map(({ name, rowCount }) => (
          <li key={name}>
            <a href={file(`${name}.csv`)} download>
              {t.csv(words[name].name, formatNumber(language, rowCount))}
            </a>
            <div className="quiet small">{words[name].holds}</div>
          </li>
        ))}
        <li>
          <a href={file("metadata.json")} download>
            {t.metadata}
          </a>
        </li>
        <li>
          <a href={file("semua.zip")} download>
            {t.all}
          </a>
        </li>
      </ul>
    </Card>
  );
}
