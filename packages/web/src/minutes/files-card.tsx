import type { ShownMinutes } from "@tuwai/server/minutes";
import type { ReactElement } from "react";
import { dayOf } from "#language/day-of.ts";
import { minutesTexts } from "#language/minutes.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import { Actions, ButtonLink, Card } from "#ui";

type Props = { readonly minutes: ShownMinutes; readonly base: string; readonly mayAdd: boolean };

/** The paper in each form, the signed scans with their fingerprints, and where anybody checks it. */
export function FilesCard({ minutes, base, mayAdd }: Props): ReactElement {
  const t = useTexts(minutesTexts).files;
  const { files, revision, finalAt, address } = minutes;
  const of = `revisi=${revision}`;
  return (
    <Card title={t.title}>
      <Actions>
        {(["a4", "f4"] as const).map((size) => (
          <ButtonLink key={size} look="plain" href={`${base}/berkas?kertas=${size}&${of}`}>
            {t.pdf[size]}
          </ButtonLink>
        ))}
        <ButtonLink look="plain" href={`${base}/cetak?${of}`}>
          {t.print}
        </ButtonLink>
        <ButtonLink look="plain" href={`${base}/salinan-kerja?${of}`}>
          {t.copy}
        </ButtonLink>
      </Actions>
      <p className="quiet small">{t.copyHint}</p>
      {files.length > 0 && (
        <ul className="stack">
          {files.map((file) => (
            <li key={file.id}>
              <FileLine file={file} base={base} />
            </li>
          ))}
        </ul>
      )}
      {mayAdd && finalAt !== null && (
        <p>
          <a href={`${base}/pindaian?${of}`}>{t.addScan}</a>
        </p>
      )}
      <p>
        <a href={new URL(address).pathname}>{t.check}</a>
      </p>
    </Card>
  );
}

function FileLine({ file, base }: { readonly file: ShownMinutes["files"][number]; readonly base: string }) {
  const t = useTexts(minutesTexts).files;
  const language = useLanguage();
  return (
    <>
      {file.kind === "scan" ? (
        <a href={`${base}/pindaian/${file.id}`}>{t.scan(dayOf(language, file.madeAt))}</a>
      ) : (
        t.pdf[file.kind]
      )}
      <div className="quiet small code wrap">
        {t.hash} {file.hash}
      </div>
    </>
  );
}
